import { askForList, askForPage, entryOf } from './answers.ts'
import { post, sendMine } from './posting.ts'
import { changeMessage, countReaders, deleteMessage, mark, pin, react } from './relations.ts'
import type { Sender } from './sender.ts'
import type { Step } from './step.ts'
import { storedIn, type Truth, versionNow } from './truth.ts'
import { CONVERSATIONS, pick, SELF, speakersOf, USERS } from './world.ts'

/** One step at the backend. A step that needs a message where there is none does nothing. */
export const happen = (truth: Truth, step: Step, sender: Sender): void => {
  switch (step.type) {
    case 'post':
      return post(truth, step, sender)
    case 'send':
      return sendMine(truth, step, sender)
    case 'edit':
    case 'recall':
      return changeMessage(truth, step, sender)
    case 'delete':
      return deleteMessage(truth, step, sender)
    case 'receipt':
      return mark(truth, step, sender)
    case 'count':
      return countReaders(truth, step, sender)
    case 'react':
      return react(truth, step, sender)
    case 'pin':
      return pin(truth, step, sender)
    case 'page':
      return askForPage(truth, step, sender)
    case 'list':
      return askForList(truth, step, sender)
    default:
      return happenAround(truth, step, sender)
  }
}

type AroundStep = Extract<Step, { type: 'entry' | 'gap' | 'remove' | 'membership' | 'blocklist' | 'ephemeral' }>

/** What touches no single message. */
const happenAround = (truth: Truth, step: AroundStep, { by, after }: Sender): void => {
  if (step.type === 'blocklist') {
    const named = (mask: number) => USERS.filter((user, index) => user !== SELF && (mask >> index) % 2 === 1)
    const [blocked, unblocked] = [named(step.blocked), named(step.unblocked & ~step.blocked)]
    const changes = step.whole ? { whole: true, blocked } : { blocked, unblocked }
    return by(step.journey, { type: 'fact', fact: { type: 'blocklist', origin: 'live', ...changes, ...versionNow(truth) } })
  }
  const conversation = pick(CONVERSATIONS, step.conversation)
  if (conversation === undefined) return
  switch (step.type) {
    case 'entry':
      return by(step.journey, {
        type: 'fact',
        fact: { type: 'conversation', origin: 'live', entry: entryOf(truth, conversation, step.fields, false) },
      })
    case 'gap':
      return after(0, { type: 'gap', ...(!step.everywhere && { conversations: [conversation] }) })
    case 'remove': {
      const position = pick([...storedIn(truth, conversation)].reverse(), step.back)?.copies[0]?.position
      return by(step.journey, {
        type: 'fact',
        fact: {
          type: 'conversationRemoved',
          origin: 'live',
          conversation,
          withHistory: step.withHistory,
          ...(step.through && position !== undefined && { through: position }),
        },
      })
    }
    case 'membership': {
      const user = pick(speakersOf(conversation), step.user)
      if (user === undefined) return
      const state = (['member', 'member', 'left', 'removed', 'dissolved', 'member'] as const)[step.state % 6] ?? 'member'
      const membership = {
        conversation,
        user,
        state,
        ...(step.state > 3 && { role: 'admin' as const }),
        ...(step.state === 1 && { muted: true }),
      }
      return by(step.journey, { type: 'fact', fact: { type: 'membership', origin: 'live', membership, ...versionNow(truth) } })
    }
    case 'ephemeral': {
      const from = pick(speakersOf(conversation), step.user)
      if (from === undefined) return
      return by(step.journey, { type: 'fact', fact: { type: 'ephemeral', origin: 'live', conversation, from, name: 'typing', data: true } })
    }
  }
}
