import type { UserId } from '../../model/ids.ts'
import { chatError } from '../../model/error.ts'
import type { Arrival } from './arrival.ts'
import { copyOf, refTo } from './naming.ts'
import type { Sender } from './sender.ts'
import type { Step } from './step.ts'
import { nextCopy, type StoredMessage, storedIn, timeNow, type Truth } from './truth.ts'
import { CONVERSATIONS, pick, SELF, speakersOf } from './world.ts'

type StepOf<Type extends Step['type']> = Extract<Step, { type: Type }>

const told = (message: StoredMessage, form: 'full' | 'id' | 'localId', origin: 'live' | 'echo', which = 0): Arrival => ({
  type: 'fact',
  fact: { type: 'message', origin, message: copyOf(message, form, which) },
})

const localIdOf = (truth: Truth, from: UserId): string =>
  // each sender counts for themselves: only (from, localId) together is a name
  `l${truth.messages.filter(message => message.from === from).length + truth.clock * 100}`

/** Somebody writes: another user, or I on another device. */
export const post = (
  truth: Truth,
  { conversation: index, from: who, form, command, extras, journey }: StepOf<'post'>,
  { by, after }: Sender,
): void => {
  const conversation = pick(CONVERSATIONS, index)
  const from = conversation && pick(speakersOf(conversation), who)
  if (conversation === undefined || from === undefined) return
  const answered = storedIn(truth, conversation).at(-1)
  const message: StoredMessage = {
    conversation,
    from,
    localId: localIdOf(truth, from),
    copies: [nextCopy(truth, conversation)],
    at: timeNow(truth),
    content: {
      body: command
        ? { type: 'command', action: 'refresh' }
        : {
            type: 'text',
            text: `said at ${truth.clock}`,
            ...(extras === 5 && { mentions: [SELF, from] }),
            ...(extras === 6 && { mentions: 'everyone' as const }),
            ...(extras === 7 && { mentions: [from] }),
          },
      ...(extras === 1 && { ext: { order: truth.clock, ['__proto__']: 'a key like any other' } }),
      ...(extras === 2 && { to: [SELF] }),
      ...(extras === 3 && answered !== undefined && { replyTo: refTo(truth.policy, answered, 'id', true) }),
      ...(extras === 4 && { wantsReadCount: true }),
    },
    deleted: false,
    readByMe: false,
  }
  truth.messages.push(message)
  by(journey, told(message, form, 'live'), told(message, 'full', 'live'))
  // who sees only the localId at first sees the place later
  if (form === 'localId' && !journey.lost) after(journey.delay + (extras + 1) * 15, told(message, 'full', 'live'))
}

/** This device sends. */
export const sendMine = (truth: Truth, step: StepOf<'send'>, { by, after }: Sender): void => {
  const conversation = pick(CONVERSATIONS, step.conversation)
  if (conversation === undefined) return
  const localId = localIdOf(truth, SELF)
  const body = { type: 'text', text: `mine at ${truth.clock}` } as const
  after(0, { type: 'enqueue', message: { conversation, localId, body }, pending: step.pending })
  const refusal: Arrival = { type: 'fact', fact: { type: 'refused', origin: 'live', localId, error: chatError('blocked') } }
  if (step.fate === 'refused') return by(step.ack, refusal)
  if (step.fate === 'refusedAfterAck') {
    by(step.ack, { type: 'accepted', localId, ack: { at: timeNow(truth) } })
    return by(step.echo, refusal)
  }

  const message: StoredMessage = {
    conversation,
    from: SELF,
    localId,
    copies: [nextCopy(truth, conversation)],
    at: timeNow(truth),
    content: { body },
    deleted: false,
    readByMe: false,
  }
  truth.messages.push(message)
  if (step.fate === 'storedTwice') message.copies.push(nextCopy(truth, conversation))
  const { id, position } = message.copies[0] ?? {}
  by(step.ack, {
    type: 'accepted',
    localId,
    ack: {
      ...(id !== undefined && { id }),
      ...(truth.policy.order === 'atAck' && position !== undefined && { position }),
      // the ack is stamped by another machine than the copies
      at: message.at + (truth.clock % 3) - 1,
    },
  })
  by(step.echo, told(message, step.form, 'echo'), told(message, 'full', 'live'))
  if (step.fate === 'storedTwice') by({ ...step.echo, delay: step.echo.delay + 25 }, told(message, 'full', 'live', 1))
}
