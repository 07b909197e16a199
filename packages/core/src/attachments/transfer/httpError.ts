import { chatError, type ChatError, type ErrorCode } from '../../model/error.ts'

/** What an HTTP server answered that wouldn't. */
export interface HttpRefusal {
  readonly status: number
  /** The body, as text. */
  readonly text?: string
  /** The header: seconds, or a date. */
  readonly retryAfter?: string | null | undefined
}

/** The error that a status means. `now`: milliseconds since 1970. */
export const httpError = ({ status, text = '', retryAfter }: HttpRefusal, now: number): ChatError =>
  chatError(codeOf(status, text), {
    message: `The server answered with ${status}.${isShort(text) ? ` ${text}` : ''}`,
    retryAfterMs: retryAfterMs(retryAfter, now),
  })

/** No answer came at all. */
export const noAnswer = (cause?: unknown): ChatError =>
  chatError('unavailable', { message: 'The server could not be reached.', ...(cause !== undefined && { cause }) })

/** Statuses that say that what was shown to the server no longer counts: a token, or a signed URL. */
export const isStale = (status: number): boolean => status === 401 || status === 403 || status === 410

const codes = new Map<number, ErrorCode>([
  [400, 'invalid'],
  [401, 'authExpired'],
  [403, 'forbidden'],
  [404, 'notFound'],
  [408, 'timeout'],
  [410, 'notFound'],
  [413, 'tooLarge'],
  [415, 'invalid'],
  [422, 'invalid'],
  [429, 'rateLimited'],
  // For legal reasons.
  [451, 'contentRejected'],
])

const codeOf = (status: number, text: string): ErrorCode => {
  // How stores that look into files refuse what they see there.
  if (status === 400 && /content improper/i.test(text)) return 'contentRejected'
  return codes.get(status) ?? (status >= 500 ? 'unavailable' : 'unknown')
}

const retryAfterMs = (header: string | null | undefined, now: number): number | undefined => {
  if (header === undefined || header === null || header === '') return undefined
  const seconds = Number(header)
  const ms = Number.isFinite(seconds) ? seconds * 1_000 : Date.parse(header) - now
  return Number.isFinite(ms) ? Math.max(0, ms) : undefined
}

/** A sentence, and no page of HTML. */
const isShort = (text: string): boolean => text !== '' && text.length <= 200 && !text.startsWith('<')
