import type { BlocklistFact } from '../protocol/fact.ts'
import type { StampedFact } from '../protocol/stampedFact.ts'
import type { Batch } from './batch.ts'
import { applyEntry, applyRemoval } from './conversations.ts'
import { applyGap, applyPage } from './coverages.ts'
import { applyDeletion } from './deletions.ts'
import { applyEdit } from './edits.ts'
import { applyMembership } from './membership.ts'
import { applyAcceptance, applyMessage } from './messages.ts'
import { applyPin } from './pins.ts'
import { applyReaction } from './reactions.ts'
import { applyReadCount, applyReceipt } from './receipts.ts'
import { applyRecall } from './recall.ts'
import { applyRefusal } from './refusals.ts'
import { applyEphemeral } from './typing.ts'

/** Joins one fact. What it joins to doesn't depend on what came before it [CVG1]. */
export const reduceFact = (fact: Exclude<StampedFact, BlocklistFact>, batch: Batch): void => {
  switch (fact.type) {
    case 'message':
      return applyMessage(batch.slice(fact.message.conversation), fact, batch)
    case 'accepted':
      return applyAcceptance(batch.slice(fact.message.conversation), fact, batch)
    case 'refused':
      return applyRefusal(fact, batch)
    case 'receipt':
      return applyReceipt(fact, batch)
    case 'readCount':
      return applyReadCount(fact, batch)
    case 'recalled':
      return applyRecall(fact, batch)
    case 'edited':
      return applyEdit(fact, batch)
    case 'deleted':
      return applyDeletion(fact, batch)
    case 'ephemeral':
      return applyEphemeral(batch.slice(fact.conversation), fact, batch)
    case 'conversation':
      return applyEntry(batch.slice(fact.entry.id), fact)
    case 'conversationRemoved':
      return applyRemoval(batch.slice(fact.conversation), fact, batch)
    case 'membership':
      return applyMembership(batch.slice(fact.membership.conversation), fact, batch)
    case 'reaction':
      return applyReaction(fact, batch)
    case 'pinned':
      return applyPin(batch.slice(fact.conversation), fact)
    case 'contacts':
    case 'presence':
      // Kept by those parts of a chat that are about people.
      return
    case 'page':
      return applyPage(batch.slice(fact.conversation), fact)
    case 'gap':
      return applyGap(batch, fact)
  }
}
