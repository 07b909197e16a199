import { chatError } from '../model/error.ts'
import type { MessageKey } from '../model/ids.ts'
import { done, failed, type Outcome } from '../model/outcome.ts'
import type { PendingChange } from '../model/sendState.ts'
import type { Fact } from '../protocol/fact.ts'
import type { Ack } from '../protocol/remoteMessage.ts'
import type { MessageReading } from '../protocol/stateReader.ts'
import type { Op } from '../protocol/transport.ts'
import { ackOf } from './ackOf.ts'
import { ask } from './ask.ts'
import type { FlowContext } from './flowContext.ts'
import { refOf } from './messageRefs.ts'
import type { Online } from './online.ts'
import { persist } from './persist.ts'

/** What can be put to a message and taken away again. */
export interface MessageMarks {
  /** Shown at once; what was refused is taken back, and stands as `pending` with the error [RCT2]. */
  readonly react: (key: MessageKey, emoji: string, active: boolean) => Promise<Outcome>
  readonly pin: (key: MessageKey, pinned: boolean) => Promise<Outcome>
}

/** One thing that is on or off: what is wanted of it, and who waits for that. */
interface Toggle {
  wanted: boolean
  readonly waiting: ((outcome: Outcome) => void)[]
}

interface Change {
  readonly key: MessageKey
  /** Tells toggles of one message apart. */
  readonly name: string
  readonly can: boolean
  readonly request: (reading: MessageReading, on: boolean, op: Op) => Promise<Ack>
  readonly factOf: (reading: MessageReading, on: boolean, ack: Ack) => Fact
  readonly show: (on: boolean | undefined) => void
  readonly refused: (error: NonNullable<PendingChange['error']>) => PendingChange
}

const longestEmoji = 64

/** Reactions and pins: each one request at a time, and the last wish stands, however fast somebody taps. */
export const createMessageMarks = (context: FlowContext, online: Online): MessageMarks => {
  const { transport, reader, sink, ingress, capabilities, disposed } = context
  const toggles = new Map<string, Toggle>()

  const set = (change: Change, on: boolean): Promise<Outcome> => {
    const reading = reader.message(change.key)
    const refusal = refusalOf(reading, change)
    if (disposed.aborted) return Promise.resolve(failed(chatError('cancelled')))
    if (reading === undefined || refusal !== undefined) return Promise.resolve(failed(refusal ?? chatError('notFound')))
    const { pending } = reading.message
    if (pending?.change === 'react' || pending?.change === 'pin') sink.change({ type: 'pending', key: reading.key, pending: undefined })
    change.show(on)
    const name = `${change.name} ${reading.key}`
    const running = toggles.get(name)
    return new Promise(resolve => {
      if (running !== undefined) {
        running.wanted = on
        running.waiting.push(resolve)
        return
      }
      const toggle: Toggle = { wanted: on, waiting: [resolve] }
      toggles.set(name, toggle)
      void carry(change, toggle).then(outcome => {
        toggles.delete(name)
        for (const tell of toggle.waiting) tell(outcome)
      })
    })
  }

  /** Asks until what was asked last is what is wanted. */
  const carry = async (change: Change, toggle: Toggle): Promise<Outcome> => {
    for (;;) {
      const on = toggle.wanted
      const outcome = await persist(context, online, () => attempt(change, on))
      if (disposed.aborted) return failed(chatError('cancelled'))
      if (on !== toggle.wanted) continue
      change.show(undefined)
      if (!outcome.ok && reader.message(change.key)?.message.pending === undefined)
        sink.change({ type: 'pending', key: change.key, pending: change.refused(outcome.error) })
      return outcome
    }
  }

  const attempt = async (change: Change, on: boolean): Promise<Outcome> => {
    const reading = reader.message(change.key)
    if (reading === undefined || reading.message.recalled !== undefined) return failed(chatError('notFound'))
    const answer = await ask(context, op => change.request(reading, on, op), { session: online.session() })
    if (!answer.ok && answer.error.effect !== 'done') return answer
    ingress.fact(change.factOf(reading, on, ackOf(answer.ok ? answer.value : undefined)))
    ingress.flush()
    return done
  }

  const react: MessageMarks['react'] = (key, emoji, active) => {
    if (typeof emoji !== 'string' || emoji === '' || emoji.length > longestEmoji)
      return Promise.resolve(
        failed(chatError('invalid', { path: 'emoji', message: `A reaction has to be a text of 1 to ${longestEmoji} characters.` })),
      )
    const change: Change = {
      key,
      name: `react ${emoji}`,
      can: capabilities().reactions === true,
      request: (reading, on, op) =>
        transport.react?.(refOf(reading), { emoji, active: on }, op) ?? Promise.reject(chatError('unsupported')),
      factOf: (reading, on, { version }) => ({
        type: 'reaction',
        origin: 'echo',
        target: refOf(reading),
        user: reader.self,
        emoji,
        active: on,
        ...(version !== undefined && { version }),
      }),
      show: on => sink.change({ type: 'reaction', key, emoji, active: on }),
      refused: error => ({ change: 'react', emoji, error }),
    }
    return set(change, active)
  }

  const pin: MessageMarks['pin'] = (key, pinned) => {
    const change: Change = {
      key,
      name: 'pin',
      can: capabilities().pins !== undefined,
      request: (reading, on, op) => transport.pin?.(refOf(reading), on, op) ?? Promise.reject(chatError('unsupported')),
      factOf: ({ conversation, ids }, on, { at, version }) => ({
        type: 'pinned',
        origin: 'echo',
        conversation,
        id: ids[0] ?? '',
        pinned: on,
        by: reader.self,
        ...(at !== undefined && { at }),
        ...(version !== undefined && { version }),
      }),
      // What is pinned is for all to see: it shows when the backend has it.
      show: () => {},
      refused: error => ({ change: 'pin', error }),
    }
    return set(change, pinned)
  }

  return { react, pin }
}

const refusalOf = (reading: MessageReading | undefined, { can }: Change) => {
  if (reading === undefined) return chatError('notFound', { message: 'There is no such message here.' })
  if (!can) return chatError('unsupported')
  if (reading.ids.length === 0) return chatError('conflict', { message: 'The message is not sent yet.' })
  if (reading.message.recalled !== undefined) return chatError('conflict', { message: 'The message is recalled.' })
  return undefined
}
