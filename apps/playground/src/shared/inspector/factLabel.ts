import type { ChatError, MessageRef, ReceiptTarget, StampedFact } from '@parlance/core'
import { bodyLabel } from '../wording/bodyLabel.ts'

/** A fact in a line of text. */
export const factLabel = (fact: StampedFact): string => {
  switch (fact.type) {
    case 'message':
    case 'accepted':
      return `${fact.message.conversation} · ${fact.message.from}: ${bodyLabel(fact.message.body)}`
    case 'refused':
      return `${fact.localId}: ${codeOf(fact.error)}`
    case 'receipt':
      return `${fact.conversation ?? ''} ${fact.user} ${fact.kind} ${targetLabel(fact.target)}`
    case 'readCount':
      return `${refLabel(fact.target)} read ${fact.read}`
    case 'recalled':
      return `${refLabel(fact.target)} by ${fact.by}`
    case 'edited':
      return `${refLabel(fact.target)} by ${fact.by}: ${bodyLabel(fact.body)}`
    case 'deleted':
      return 'through' in fact.target ? `through ${fact.target.through}` : fact.target.exactly.map(refLabel).join(', ')
    case 'ephemeral':
      return `${fact.conversation} ${fact.from} ${fact.name} ${JSON.stringify(fact.data)}`
    case 'conversation':
      return fact.entry.id
    case 'conversationRemoved':
      return fact.conversation
    case 'membership':
      return `${fact.membership.user} ${fact.membership.state} in ${fact.membership.conversation}`
    case 'blocklist':
      return [...(fact.blocked ?? []), ...(fact.unblocked ?? [])].join(', ')
    case 'reaction':
      return `${refLabel(fact.target)} ${fact.user} ${fact.active ? fact.emoji : `no ${fact.emoji}`}`
    case 'pinned':
      return `${fact.id} ${fact.pinned ? 'pinned' : 'unpinned'} by ${fact.by}`
    case 'contacts':
      return fact.contacts.map(({ user }) => user).join(', ')
    case 'presence':
      return `${fact.user} ${fact.presence.state}`
    case 'page':
      return `${fact.conversation} ${fact.covers.from || 'start'} to ${fact.covers.to}`
    case 'gap':
      return fact.conversations?.join(', ') ?? 'anywhere'
  }
}

const codeOf = ({ code }: ChatError): string => code
const refLabel = ({ id, localId, from }: MessageRef): string => id ?? `${from ?? ''}/${localId ?? ''}`
const targetLabel = (target: ReceiptTarget): string => {
  if ('upTo' in target) return `up to ${target.upTo.position ?? refLabel(target.upTo)}`
  return 'exactly' in target ? target.exactly.map(refLabel).join(', ') : 'all'
}
