import type { ChatError, Effect, ErrorCode } from '@parlance/core'
import { chatError, errorCodes, isChatError } from '@parlance/core'
import { rawOf, textOf } from './sdk/raw.ts'

/** What was asked for: some numbers mean one thing for a message that is sent and another elsewhere. */
export type Asked = 'send' | 'recall' | 'other'

/** The SDK's number for an answer that is no success, where it has no other. */
const NO_SUCCESS = 17
/** An answer by its HTTP status stands beside Easemob's numbers under this much more. */
const HTTP = 10_000

/**
 * Easemob's numbers, and the statuses of answers, code by code; those of what the adapter never asks for are left out. What isn't here is
 * `unknown`, as 503, 604, 609 and 1304 are.
 */
const numbers: { readonly [Code in ErrorCode]?: readonly number[] } = {
  timeout: [-1, 512],
  unavailable: [-2, 16, 40, 101, 500, 510, 1102],
  offline: [32, 39, 102, 700],
  cancelled: [-4],
  invalid: [-3, 205, 1303, HTTP + 400],
  authExpired: [52, 56, HTTP + 401],
  authRejected: [1, 2, 27, 28, 207, 216],
  replacedElsewhere: [206, 217, 220],
  forbidden: [50, 54, 57, 214, 603, 606, 607, 608, 704, 1103, HTTP + 403],
  notAllowlisted: [221, 506],
  muted: [219, 507],
  notMember: [602, 702],
  notFound: [51, 204, 1302, 1400, HTTP + 404],
  groupNotFound: [605, 705],
  recallTooLate: [504],
  contentRejected: [501],
  intercepted: [502],
  moderated: [508],
  rateLimited: [509, HTTP + 429],
  tooLarge: [511, 1100, HTTP + 413],
  conflict: [208, 601, 1101],
  unsupported: [53, 505],
}

/** Refused before anything was done, though the code by itself would leave that open. */
const without: readonly number[] = [101, 500, 503, 604, 609, 1102, 1304]

/** What means something else there. */
const special: { readonly [what: string]: ErrorCode } = { 'send 603': 'blocked', 'recall 505': 'recallDisabled' }

/**
 * An error of the SDK, whatever shape it has: some have a `message`, some a `reason`, some neither. After 510 and 512 only history
 * tells whether a message is stored.
 */
export const sdkError = (thrown: unknown, asked: Asked = 'other'): ChatError => {
  if (isChatError(thrown)) return thrown
  const { type, message, reason, extraInfo } = rawOf(thrown)
  const given = typeof type === 'number' ? type : Number.NaN
  const number = given === NO_SUCCESS ? HTTP + Number(rawOf(extraInfo)['httpCode']) : given
  const code =
    special[`${asked} ${number}`] ?? errorCodes.find(one => numbers[one]?.includes(number)) ?? (number >= HTTP ? 'unavailable' : 'unknown')
  const effect: Effect | undefined = without.includes(number) ? 'none' : undefined
  return chatError(code, { message: textOf(message) ?? textOf(reason), effect, cause: thrown })
}
