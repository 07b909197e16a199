import type { ChatError, Clock, Op } from '@parlance/core'
import { chatError } from '@parlance/core'
import { readAnswer } from '../wire/answers.ts'
import type { Outgoing, Sender } from '../wire/channel/sender.ts'
import { DATA_OVERHEAD, encodePayload } from '../wire/codec.ts'
import type { RequestName, Requests } from '../wire/requests.ts'
import type { Report } from '../wire/schema.ts'
import { isLonger } from '../wire/utf8Length.ts'

/** Asks the server for something; rejects with a `ChatError`. */
export type SendRequest = <Name extends RequestName>(name: Name, args: Requests[Name]['args'], op?: Op) => Promise<Requests[Name]['answer']>

/** Where requests leave while there is a link. */
export interface RequestLine {
  readonly sender: Sender
  readonly maxFrameBytes: number
  /** The server says that the credential has expired. */
  readonly renew: () => void
  readonly report: Report
}

/** Requests without an answer yet. */
export interface PendingRequests {
  readonly size: number
  /** Bytes of a frame to the server; none while there is no link. */
  readonly maxFrameBytes: number | undefined
  readonly request: SendRequest
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
  readonly resolve: (value: unknown) => void
  readonly reject: (error: ChatError) => void
}

/** Whether the server can't have acted on it. */
const isUnseen = ({ outgoing, expired }: Pending): boolean => outgoing.number === undefined || expired === 'waits'

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

  const request: SendRequest = (name, args, op = {}) =>
    new Promise((resolve, reject) => {
      if (op.signal?.aborted === true) throw chatError('cancelled')
      const current = line
      if (current === undefined) throw chatError('offline')
      const id = ++lastId
      const payload = encoded(id, name, args)
      const limit = current.maxFrameBytes
      if (isLonger(payload, limit - DATA_OVERHEAD)) throw chatError('tooLarge', { limit })

      const end = (): void => {
        pending.delete(id)
        clock.clearTimeout(timer)
        op.signal?.removeEventListener('abort', abort)
      }
      const giveUp = (code: 'timeout' | 'cancelled'): void => {
        end()
        current.sender.withdraw(waiting.outgoing)
        reject(chatError(code, { effect: isUnseen(waiting) ? 'none' : 'maybe' }))
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
    get maxFrameBytes() {
      return line?.maxFrameBytes
    },
    open(next) {
      line = next
    },
    answer: (id, value) => pending.get(id)?.resolve(value),
    refuse(id, error) {
      const waiting = pending.get(id)
      if (waiting === undefined) return
      if (error.code === 'authExpired' && waiting.expired === 'never') {
        waiting.expired = 'waits'
        line?.renew()
      } else waiting.reject(error)
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
      for (const waiting of [...pending.values()]) waiting.reject(chatError(isUnseen(waiting) ? 'offline' : 'unavailable'))
    },
  }
}
