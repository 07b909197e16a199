/** Whether what was asked for happened nevertheless: no, nobody knows, yes. */
export type Effect = 'none' | 'maybe' | 'done'

export type ErrorCode =
  | 'offline'
  | 'timeout'
  | 'unavailable'
  | 'rateLimited'
  | 'authExpired'
  | 'authRejected'
  | 'replacedElsewhere'
  | 'forbidden'
  | 'blocked'
  | 'notAllowlisted'
  | 'muted'
  | 'notMember'
  | 'notFound'
  | 'groupNotFound'
  | 'recallTooLate'
  | 'recallDisabled'
  | 'editTooLate'
  | 'contentRejected'
  | 'intercepted'
  | 'moderated'
  | 'tooLarge'
  | 'invalid'
  | 'conflict'
  | 'unsupported'
  | 'cancelled'
  | 'protocol'
  | 'storage'
  | 'internal'
  | 'unknown'

const defaults: Readonly<Record<ErrorCode, { readonly retryable: boolean; readonly effect: Effect }>> = {
  offline: { retryable: true, effect: 'none' },
  timeout: { retryable: true, effect: 'maybe' },
  unavailable: { retryable: true, effect: 'maybe' },
  rateLimited: { retryable: true, effect: 'none' },
  authExpired: { retryable: true, effect: 'none' },
  authRejected: { retryable: false, effect: 'none' },
  replacedElsewhere: { retryable: false, effect: 'none' },
  forbidden: { retryable: false, effect: 'none' },
  blocked: { retryable: false, effect: 'none' },
  notAllowlisted: { retryable: false, effect: 'none' },
  muted: { retryable: false, effect: 'none' },
  notMember: { retryable: false, effect: 'none' },
  notFound: { retryable: false, effect: 'none' },
  groupNotFound: { retryable: false, effect: 'none' },
  recallTooLate: { retryable: false, effect: 'none' },
  recallDisabled: { retryable: false, effect: 'none' },
  editTooLate: { retryable: false, effect: 'none' },
  contentRejected: { retryable: false, effect: 'none' },
  intercepted: { retryable: false, effect: 'none' },
  moderated: { retryable: false, effect: 'none' },
  tooLarge: { retryable: false, effect: 'none' },
  invalid: { retryable: false, effect: 'none' },
  conflict: { retryable: false, effect: 'none' },
  unsupported: { retryable: false, effect: 'none' },
  cancelled: { retryable: false, effect: 'none' },
  protocol: { retryable: false, effect: 'none' },
  storage: { retryable: true, effect: 'none' },
  internal: { retryable: false, effect: 'maybe' },
  unknown: { retryable: false, effect: 'maybe' },
}

/** Every code there is. */
export const errorCodes: readonly ErrorCode[] = /* @__PURE__ */ Object.freeze(/* @__PURE__ */ Object.keys(defaults).filter(isErrorCode))

/** What may be said beside a code. `retryable` and `effect` default to the code's own. */
export interface ErrorDetails {
  readonly message?: string | undefined
  readonly retryable?: boolean | undefined
  readonly effect?: Effect | undefined
  /** The backend's wish; wins over the backoff. Milliseconds. */
  readonly retryAfterMs?: number | undefined
  /** Where in the input the fault is: `ext.order.items[3]`. */
  readonly path?: string | undefined
  /** The bound that was passed; unit as the code implies (bytes for `tooLarge`). */
  readonly limit?: number | undefined
  readonly cause?: unknown
}

/**
 * The one error of Parlance. Expected failures are values of it, in an `Outcome` or in state; transports reject with it.
 * Make it with {@link chatError}, know it by {@link isChatError}.
 */
export class ChatError extends Error {
  override readonly name = 'ChatError'
  readonly code: ErrorCode
  /** Whether trying the same again may help. */
  readonly retryable: boolean
  readonly effect: Effect
  readonly retryAfterMs?: number
  readonly path?: string
  readonly limit?: number

  constructor(code: ErrorCode, details: ErrorDetails = {}) {
    super(details.message ?? code, details.cause === undefined ? undefined : { cause: details.cause })
    this.code = code
    this.retryable = details.retryable ?? defaults[code].retryable
    this.effect = details.effect ?? defaults[code].effect
    if (details.retryAfterMs !== undefined) this.retryAfterMs = details.retryAfterMs
    if (details.path !== undefined) this.path = details.path
    if (details.limit !== undefined) this.limit = details.limit
  }

  /** For wires and snapshots: everything but the cause, which may hold anything. */
  toJSON(): { code: ErrorCode; message: string; retryable: boolean; effect: Effect; retryAfterMs?: number; path?: string; limit?: number } {
    const { code, message, retryable, effect, retryAfterMs, path, limit } = this
    return {
      code,
      message,
      retryable,
      effect,
      ...(retryAfterMs !== undefined && { retryAfterMs }),
      ...(path !== undefined && { path }),
      ...(limit !== undefined && { limit }),
    }
  }
}

/**
 * Makes a {@link ChatError}.
 * @example
 * throw chatError('tooLarge', { limit: 65_536, message: 'A message may have 64 kB.' })
 */
export const chatError = (code: ErrorCode, details?: ErrorDetails): ChatError => new ChatError(code, details)

/** Whether a value is a {@link ChatError}, also one that another copy of this package made. */
export const isChatError = (value: unknown): value is ChatError =>
  value instanceof Error && value.name === 'ChatError' && 'code' in value && isErrorCode(value.code)

/** A {@link ChatError} of whatever was thrown: itself, or `unknown` (`fallback`) with the cause. */
export const asChatError = (thrown: unknown, fallback: ErrorCode = 'unknown'): ChatError =>
  isChatError(thrown) ? thrown : chatError(fallback, { cause: thrown, ...(thrown instanceof Error && { message: thrown.message }) })

/** An error of what {@link ChatError.toJSON} gave, or of anything that looks like it. */
export const errorFrom = (json: ErrorDetails & { readonly code?: unknown }): ChatError =>
  isChatError(json) ? json : chatError(isErrorCode(json.code) ? json.code : 'unknown', json)

/** Whether a string is one of the codes. */
export function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && Object.hasOwn(defaults, code)
}
