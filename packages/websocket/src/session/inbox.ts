import type { ChatError, ConversationId, Fact, ResumeToken, TransportEvent } from '@parlance/core'
import type { ServerPayload } from '../wire/payloads.ts'
import { readServerPayload } from '../wire/payloads.ts'
import type { SessionMemory } from './memory.ts'
import type { PendingRequests } from './requests.ts'

export interface InboxOptions {
  readonly memory: SessionMemory
  readonly requests: PendingRequests
  /** Hands an event on, unless nobody listens any more; gives back whether somebody still does. */
  readonly emit: (event: TransportEvent) => boolean
  readonly report: (error: ChatError) => void
  /** The server says that the credential has expired, or that the fresh one is good. */
  readonly expired: () => void
  readonly renewed: () => void
}

/** A fact that was on its way when an earlier link was cut: it isn't live any more, and if it was of the moment, it is over. */
const belated = (fact: Fact): Fact | undefined => {
  if (fact.type === 'ephemeral') return undefined
  return fact.origin === 'live' ? { ...fact, origin: 'catchup' } : fact
}

type Synced = ServerPayload & { t: 'synced' }

/** Takes the payloads of numbered frames, in order, and gives back whether more are wanted. `early`: it was meant for an earlier link. */
export type Inbox = (data: unknown, early: boolean) => boolean

export const createInbox = (options: InboxOptions): Inbox => {
  const { memory, requests, emit, report } = options
  /** A gap that an earlier link told of, too late: where it was. */
  let gap: readonly ConversationId[] | 'anywhere' | undefined

  const facts = (payload: ServerPayload & { t: 'facts' }, early: boolean): boolean => {
    for (const fact of payload.facts) {
      const told = early ? belated(fact) : fact
      if (told === undefined) continue
      memory.handedOn()
      if (!emit(told)) return false
    }
    return checkpoint(payload.token)
  }

  const synced = ({ continuity, conversations, serverTime, token }: Synced, early: boolean): boolean => {
    if (continuity === 'gap') {
      memory.handedOn()
      gap = gap === 'anywhere' || conversations === undefined ? 'anywhere' : [...(gap ?? []), ...conversations]
    }
    if (early) return true
    const where = gap
    gap = undefined
    const listening = emit({
      type: 'synced',
      continuity: where === undefined ? 'whole' : 'gap',
      ...(where !== undefined && where !== 'anywhere' && { conversations: where }),
      ...(serverTime !== undefined && { serverTime }),
    })
    return listening && checkpoint(token)
  }

  const checkpoint = (token: ResumeToken | undefined): boolean => {
    // It would hide a gap that nobody has heard of yet.
    if (token === undefined || gap !== undefined) return true
    memory.covered(token)
    return emit({ type: 'checkpoint', token })
  }

  return (data, early) => {
    const reading = readServerPayload(data, report)
    if (!reading.ok) {
      report(reading.error)
      return true
    }
    const payload = reading.value
    if (payload.t === 'facts') return facts(payload, early)
    if (payload.t === 'synced') return synced(payload, early)
    if (payload.t === 'answer') requests.answer(payload.id, payload.value)
    else if (payload.t === 'refusal') requests.refuse(payload.id, payload.error)
    else if (payload.t === 'renewed') options.renewed()
    // The credential of an earlier link: this one has been let in with a good one.
    else if (!early) options.expired()
    return true
  }
}
