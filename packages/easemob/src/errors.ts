import type { ChatError, Effect, ErrorCode } from '@parlance/core'
import { chatError, isChatError } from '@parlance/core'
import { rawOf, textOf } from './sdk/raw.ts'

/** What an SDK error means: a code, and where the code's own defaults don't fit, what came of it and whether trying again may help. */
type Meaning = readonly [code: ErrorCode, effect?: Effect, retryable?: boolean]

/** What was asked for: some numbers mean one thing for a message that is sent and another elsewhere. */
export type Asked = 'send' | 'recall' | 'login' | 'other'

/** Easemob's numbers, one by one. */
const meanings: { readonly [type: number]: Meaning } = {
  [-1]: ['timeout'],
  [-2]: ['unavailable'],
  [-3]: ['invalid'],
  [-4]: ['cancelled', 'maybe'],
  1: ['authRejected'],
  2: ['authRejected'],
  12: ['unknown', 'none'],
  16: ['unavailable'],
  27: ['authRejected'],
  28: ['authRejected'],
  31: ['internal'],
  32: ['offline'],
  39: ['offline'],
  40: ['unavailable'],
  50: ['forbidden'],
  51: ['notFound'],
  52: ['authExpired'],
  53: ['unsupported'],
  54: ['forbidden'],
  56: ['authExpired'],
  57: ['forbidden'],
  101: ['unavailable', 'none'],
  102: ['offline'],
  200: ['unavailable'],
  203: ['protocol'],
  204: ['notFound'],
  205: ['invalid'],
  206: ['replacedElsewhere'],
  207: ['authRejected'],
  208: ['conflict'],
  214: ['forbidden'],
  216: ['authRejected'],
  217: ['replacedElsewhere'],
  219: ['muted'],
  220: ['replacedElsewhere'],
  221: ['notAllowlisted'],
  222: ['forbidden'],
  223: ['notFound'],
  411: ['tooLarge'],
  500: ['unavailable', 'none'],
  501: ['contentRejected'],
  502: ['intercepted'],
  503: ['unknown', 'none'],
  504: ['recallTooLate'],
  505: ['unsupported'],
  506: ['notAllowlisted'],
  507: ['muted'],
  508: ['moderated'],
  509: ['rateLimited'],
  // The socket dropped, or no ack came: only history tells whether the message is stored.
  510: ['unavailable', 'maybe'],
  511: ['tooLarge'],
  512: ['timeout', 'maybe'],
  513: ['timeout', 'maybe'],
  514: ['timeout', 'maybe'],
  601: ['conflict'],
  602: ['notMember'],
  603: ['forbidden'],
  604: ['unknown', 'none'],
  605: ['groupNotFound'],
  606: ['forbidden'],
  607: ['forbidden'],
  608: ['forbidden'],
  609: ['unknown', 'none'],
  700: ['offline'],
  702: ['notMember'],
  704: ['forbidden'],
  705: ['groupNotFound'],
  800: ['storage'],
  999: ['internal'],
  1100: ['tooLarge'],
  1101: ['conflict'],
  1102: ['unavailable', 'none'],
  1103: ['forbidden'],
  1302: ['notFound'],
  1303: ['invalid'],
  1304: ['unknown', 'none'],
  1400: ['notFound'],
}

const inSend: { readonly [type: number]: Meaning } = { 603: ['blocked'] }
const inRecall: { readonly [type: number]: Meaning } = { 505: ['recallDisabled'] }
const none: { readonly [type: number]: Meaning } = {}
const special: { readonly [Of in Asked]: { readonly [type: number]: Meaning } } = { send: inSend, recall: inRecall, login: none, other: none }

/** An answer that is no success and that the SDK has no number for, by its HTTP status. */
const byStatus = (status: unknown): Meaning => {
  switch (status) {
    case 400:
      return ['invalid']
    case 401:
      return ['authExpired']
    case 403:
      return ['forbidden']
    case 404:
      return ['notFound']
    case 413:
      return ['tooLarge']
    case 429:
      return ['rateLimited']
    default:
      return ['unavailable']
  }
}
/** The SDK's number for those. */
export const NO_SUCCESS = 17

/** An error of the SDK, whatever shape it has: some have a `message`, some a `reason`, some neither. */
export const sdkError = (thrown: unknown, asked: Asked = 'other'): ChatError => {
  if (isChatError(thrown)) return thrown
  const { type, message, reason, extraInfo } = rawOf(thrown)
  const number = typeof type === 'number' ? type : Number.NaN
  const meaning = number === NO_SUCCESS ? byStatus(rawOf(extraInfo)['httpCode']) : (special[asked][number] ?? meanings[number])
  const [code, effect, retryable] = meaning ?? (['unknown'] as const)
  const words = textOf(message) ?? textOf(reason)
  return chatError(code, { message: words, effect, retryable, cause: thrown })
}
