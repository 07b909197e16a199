import type { ChatError, ResumeToken, TransportEvent } from '@parlance/core'
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

/** Takes the payloads of numbered frames, in order, and gives back whether more are wanted. */
export const createInbox = (options: InboxOptions): ((data: unknown) => boolean) => {
  const { memory, requests, emit, report } = options

  const facts = (payload: ServerPayload & { t: 'facts' }): boolean => {
    for (const fact of payload.facts) {
      memory.handedOn()
      if (!emit(fact)) return false
    }
    return checkpoint(payload.token)
  }

  const synced = ({ continuity, conversations, serverTime, token }: ServerPayload & { t: 'synced' }): boolean => {
    if (continuity === 'gap') memory.handedOn()
    const listening = emit({
      type: 'synced',
      continuity,
      ...(conversations !== undefined && { conversations }),
      ...(serverTime !== undefined && { serverTime }),
    })
    return listening && checkpoint(token)
  }

  const checkpoint = (token: ResumeToken | undefined): boolean => {
    if (token === undefined) return true
    memory.covered(token)
    return emit({ type: 'checkpoint', token })
  }

  return data => {
    const reading = readServerPayload(data, report)
    if (!reading.ok) {
      report(reading.error)
      return true
    }
    const payload = reading.value
    if (payload.t === 'facts') return facts(payload)
    if (payload.t === 'synced') return synced(payload)
    if (payload.t === 'answer') requests.answer(payload.id, payload.value)
    else if (payload.t === 'refusal') requests.refuse(payload.id, payload.error)
    else if (payload.t === 'expired') options.expired()
    else options.renewed()
    return true
  }
}
