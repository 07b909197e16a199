import type { Body } from '../model/body.ts'
import { chatError, type ChatError } from '../model/error.ts'
import type { MessageKey } from '../model/ids.ts'
import type { MessageRef } from '../model/messageRef.ts'
import { done, failed, type Outcome } from '../model/outcome.ts'
import type { MessageChange, PendingChange } from '../model/sendState.ts'
import type { Fact } from '../protocol/fact.ts'
import type { Ack } from '../protocol/remoteMessage.ts'
import type { MessageReading } from '../protocol/stateReader.ts'
import type { Op } from '../protocol/transport.ts'
import { ackOf } from './ackOf.ts'
import { ask } from './ask.ts'
import type { FlowContext } from './flowContext.ts'
import type { Online } from './online.ts'
import type { Outbox } from './outbox.ts'
import { refsOf } from './messageRefs.ts'
import { persist } from './persist.ts'
import { bodyLimits, validateEdit } from './validateOutgoing.ts'

/** What can be done with a message that is there. Shown as `pending` at once; done when the backend said so [RCL4]. */
export interface MessageCommands {
  /** A message that isn't through yet is changed before it leaves, or right after its ack [SND8]. */
  readonly edit: (key: MessageKey, body: Body) => Promise<Outcome>
  /** A message that isn't through yet is cancelled. */
  readonly recall: (key: MessageKey) => Promise<Outcome>
  readonly delete: (key: MessageKey) => Promise<Outcome>
  /** Asks the backend for what stands as pending at a message. */
  readonly carryOut: (key: MessageKey) => Promise<Outcome>
}

interface Job {
  readonly change: MessageChange
  readonly outcome: Promise<Outcome>
}

/** Edits, recalls and deletions: one at a time per message, retried as sends are. */
export const createMessageCommands = (context: FlowContext, online: Online, outbox: Pick<Outbox, 'cancel' | 'edit'>): MessageCommands => {
  const { transport, reader, sink, ingress, capabilities, disposed } = context
  /** The latest change asked of each message. */
  const jobs = new Map<MessageKey, Job>()

  const edit: MessageCommands['edit'] = async (key, body) => {
    const reading = reader.message(key)
    if (reading === undefined) return failed(noMessage())
    if (isUnsent(reading)) return outbox.edit(reading.key, body)
    if (reading.message.recalled !== undefined) return failed(chatError('conflict', { message: 'The message is recalled.' }))
    const refusal =
      unsupported('edit') ?? (reading.message.mine || capabilities().edit?.moderators === true ? undefined : chatError('forbidden'))
    if (refusal !== undefined) return failed(refusal)
    const checked = validateEdit(body, bodyLimits(context))
    return checked.ok ? propose(reading.key, { change: 'edit', body: checked.value }) : checked
  }

  const recall: MessageCommands['recall'] = async key => {
    const reading = reader.message(key)
    if (reading === undefined) return failed(noMessage())
    if (isUnsent(reading)) return outbox.cancel(reading.key)
    if (reading.message.recalled !== undefined) return done
    const refusal = unsupported('recall')
    return refusal === undefined ? propose(reading.key, { change: 'recall' }) : failed(refusal)
  }

  const remove: MessageCommands['delete'] = async key => {
    const reading = reader.message(key)
    if (reading === undefined) return failed(noMessage())
    if (isUnsent(reading)) return outbox.cancel(reading.key)
    const refusal = unsupported('delete')
    return refusal === undefined ? propose(reading.key, { change: 'delete' }) : failed(refusal)
  }

  const carryOut: MessageCommands['carryOut'] = async key => {
    const reading = reader.message(key)
    const pending = reading?.message.pending
    if (reading === undefined || pending === undefined) return done
    if (pending.change === 'react' || pending.change === 'pin') return failed(pending.error)
    if (pending.error !== undefined) return failed(pending.error)
    const job = jobs.get(reading.key)
    return job !== undefined && isSame(job.change, pending) ? job.outcome : enqueue(reading.key, pending)
  }

  /** Shows the change and asks for it. It takes the place of one that hasn't left yet. */
  const propose = (key: MessageKey, change: MessageChange): Promise<Outcome> => {
    if (disposed.aborted) return Promise.resolve(cancelled())
    sink.change({ type: 'pending', key, pending: change })
    return enqueue(key, change)
  }

  const enqueue = (key: MessageKey, change: MessageChange): Promise<Outcome> => {
    const before = jobs.get(key)?.outcome
    const outcome = before === undefined ? carry(key, change) : before.then(() => carry(key, change))
    const job: Job = { change, outcome }
    jobs.set(key, job)
    void outcome.then(() => {
      if (jobs.get(key) === job) jobs.delete(key)
    })
    return outcome
  }

  const carry = async (key: MessageKey, change: MessageChange): Promise<Outcome> => {
    const refusal = unsupported(change.change)
    let acked: { readonly reading: MessageReading; readonly ack: Ack } | undefined
    const outcome =
      refusal !== undefined
        ? failed(refusal)
        : await persist(context, online, async (): Promise<Outcome> => {
            const reading = wanted(key, change)
            if (reading === undefined) return cancelled()
            const answer = await ask(context, op => request(reading, change, op), { session: online.session() })
            if (!answer.ok && answer.error.effect !== 'done') return answer
            acked = { reading, ack: ackOf(answer.ok ? answer.value : undefined) }
            return done
          })
    if (disposed.aborted) return cancelled()
    if (acked !== undefined) {
      ingress.fact(factOf(acked.reading, change, acked.ack))
      ingress.flush()
    }
    const now = wanted(key, change)
    if (now !== undefined) sink.change({ type: 'pending', key, pending: outcome.ok ? undefined : { ...change, error: outcome.error } })
    // Somebody else may have recalled it meanwhile: that is what was wanted.
    else if (!outcome.ok && change.change === 'recall' && reader.message(key)?.message.recalled !== undefined) return done
    return outcome
  }

  /** The message, if the change is still what is wanted of it. */
  const wanted = (key: MessageKey, change: MessageChange): MessageReading | undefined => {
    const reading = reader.message(key)
    return reading?.message.pending !== undefined && isSame(change, reading.message.pending) ? reading : undefined
  }

  const request = async (reading: MessageReading, change: MessageChange, op: Op): Promise<Ack> => {
    let ack: Ack = {}
    // A backend that stores twice what was sent twice has several; all are meant [ID1].
    for (const ref of refsOf(reading)) ack = await requestOne(ref, change, op)
    return ack
  }

  const requestOne = (ref: MessageRef, change: MessageChange, op: Op): Promise<Ack> => {
    if (change.change === 'recall') return transport.recall(ref, op)
    if (change.change === 'delete') return transport.delete?.(ref, op) ?? Promise.reject(chatError('unsupported'))
    return transport.edit?.(ref, { body: change.body }, op) ?? Promise.reject(chatError('unsupported'))
  }

  const factOf = (reading: MessageReading, change: MessageChange, { at, version }: Ack): Fact => {
    const [target] = refsOf(reading)
    const told = {
      origin: 'echo',
      target,
      by: reader.self,
      as: reading.message.mine ? 'author' : 'moderator',
      ...(at !== undefined && { at }),
    } as const
    if (change.change === 'recall') return { ...told, type: 'recalled' }
    if (change.change === 'edit') return { ...told, type: 'edited', body: change.body, ...(version !== undefined && { version }) }
    return { type: 'deleted', origin: 'echo', conversation: reading.conversation, target: { exactly: refsOf(reading) } }
  }

  const unsupported = (change: MessageChange['change']): ChatError | undefined => {
    const { recall: recalls, edit: edits, deletion } = capabilities()
    const can =
      change === 'recall'
        ? recalls.mode !== 'none'
        : change === 'edit'
          ? edits !== undefined && transport.edit !== undefined
          : deletion !== 'none' && transport.delete !== undefined
    return can ? undefined : chatError('unsupported', { message: `This backend can't ${change} messages.` })
  }

  return { edit, recall, delete: remove, carryOut }
}

/** Still on its way, or refused after its ack. */
const isUnsent = ({ send, message }: MessageReading): boolean => send !== undefined || message.send?.state === 'failed'

/** Whether the one is the other and still waits for its answer. */
const isSame = (a: MessageChange, b: PendingChange): boolean =>
  b.error === undefined && a.change === b.change && (a.change !== 'edit' || (b.change === 'edit' && a.body === b.body))

const cancelled = (): Outcome => failed(chatError('cancelled'))
const noMessage = (): ChatError => chatError('notFound', { message: 'There is no such message here.' })
