import type { ChatError, Clock, Op } from '@parlance/core'
import { chatError } from '@parlance/core'
import { readAnswer } from '../wire/answers.ts'
import type { Outgoing, Sender } from '../wire/channel/sender.ts'
import { DATA_OVERHEAD, encodePayload } from '../wire/codec.ts'
import type { RequestName, Requests } from '../wire/requests.ts'
import type { Report } from '../wire/schema.ts'
import { utf8Length } from '../wire/utf8Length.ts'

/** Where requests leave while there is a link. */
export interface RequestLine {
  readonly sender: Sender
  readonly maxFrameBytes: number
  /** The server says that the credential has expired. */
  renew(): void
  report: Report
}

/** Requests without an answer yet. */
export interface PendingRequests {
  readonly size: number
  request<Name extends RequestName>(name: Name, args: Requests[Name]['args'], op?: Op): Promise<Requests[Name]['answer']>
  open(line: RequestLine): void
  answer(id: number, value: unknown): void
  refuse(id: number, error: ChatError): void
  /** There is a fresh credential: what was refused for want of it is asked again. */
  renewed(): void
  /** The link is gone: each ends with `unavailable`, or `offline` if it never left. */
  cut(): void
}

interface Pending {
  readonly payload: string
  outgoing: Outgoing
  /** Waits for a fresh credential; once. */
  expired: 'never' | 'waits' | 'asked again'
  resolve(value: unknown): void
  reject(error: ChatError): void
}

const encoded = (id: number, name: string, args: unknown): string => {
  try {
    return encodePayload({ t: 'request', id, name, args })
  } catch (cause) {
    throw chatError('invalid', { cause, message: 'This can not be written as JSON.' })
  }
}

export const createPendingRequests = (clock: Clock, requestMs: number): PendingRequests => {
  const pending = new Map<number, Pending>()
  let line: RequestLine | undefined
  let lastId = 0

  const request = <Name extends RequestName>(name: Name, args: Requests[Name]['args'], op: Op = {}): Promise<Requests[Name]['answer']> =>
    new Promise((resolve, reject) => {
      if (op.signal?.aborted === true) throw chatError('cancelled')
      const current = line
      if (current === undefined) throw chatError('offline')
      const id = ++lastId
      const payload = encoded(id, name, args)
      const limit = current.maxFrameBytes
      if (utf8Length(payload) + DATA_OVERHEAD > limit) throw chatError('tooLarge', { limit })

      const end = (): void => {
        pending.delete(id)
        clock.clearTimeout(timer)
        op.signal?.removeEventListener('abort', abort)
      }
      const giveUp = (code: 'timeout' | 'cancelled'): void => {
        end()
        const { outgoing } = waiting
        current.sender.withdraw(outgoing)
        reject(chatError(code, { effect: outgoing.number === undefined ? 'none' : 'maybe' }))
      }
      const abort = (): void => giveUp('cancelled')
      const timer = clock.setTimeout(() => giveUp('timeout'), op.timeoutMs ?? requestMs)
      op.signal?.addEventListener('abort', abort)

      const waiting: Pending = {
        payload,
        outgoing: current.sender.send(payload),
        expired: 'never',
        resolve(value) {
          end()
          const answer = readAnswer(name, value, current.report)
          if (answer.ok) resolve(answer.value)
          else reject(answer.error)
        },
        reject(error) {
          end()
          reject(error)
        },
      }
      pending.set(id, waiting)
    })

  return {
    request,
    get size() {
      return pending.size
    },
    open(next) {
      line = next
    },
    answer: (id, value) => pending.get(id)?.resolve(value),
    refuse(id, error) {
      const waiting = pending.get(id)
      if (waiting === undefined) return
      if (error.code !== 'authExpired' || waiting.expired !== 'never') return waiting.reject(error)
      waiting.expired = 'waits'
      line?.renew()
    },
    renewed() {
      for (const waiting of pending.values()) {
        if (waiting.expired !== 'waits' || line === undefined) continue
        waiting.expired = 'asked again'
        waiting.outgoing = line.sender.send(waiting.payload)
      }
    },
    cut() {
      line = undefined
      for (const { outgoing, expired, reject } of [...pending.values()]) {
        const unseen = outgoing.number === undefined || expired === 'waits'
        reject(unseen ? chatError('offline') : chatError('unavailable'))
      }
    },
  }
}
