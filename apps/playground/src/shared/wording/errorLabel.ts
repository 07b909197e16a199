import type { ChatError, ErrorCode } from '@parlance/core'

const sentences: Readonly<Record<ErrorCode, string>> = {
  offline: 'There is no connection',
  timeout: 'It took too long',
  unavailable: 'The server can’t be reached',
  rateLimited: 'That was too much at once: try again in a moment',
  authExpired: 'The session has expired',
  authRejected: 'The token was refused',
  replacedElsewhere: 'Opened on another device instead',
  forbidden: 'You are not allowed to do that',
  blocked: 'One of you has blocked the other',
  notAllowlisted: 'Only some may write here, and you are none of them',
  muted: 'You are muted here: you may read, but not write',
  notMember: 'You are not a member here',
  notFound: 'It isn’t there any more',
  groupNotFound: 'The group isn’t there any more',
  recallTooLate: 'It is too late to recall it',
  recallDisabled: 'Recalling is turned off here',
  editTooLate: 'It is too late to edit it',
  contentRejected: 'The server doesn’t take what it says',
  intercepted: 'The server held it back',
  moderated: 'It was removed by moderation',
  tooLarge: 'It is too large',
  invalid: 'It isn’t valid',
  conflict: 'It contradicts what is known',
  unsupported: 'The server can’t do that',
  cancelled: 'Cancelled',
  protocol: 'It could not be read',
  storage: 'It could not be stored',
  internal: 'Something broke here',
  unknown: 'Something went wrong, and the server doesn’t say what',
}

/** What a code means where something else is known of it than everywhere. */
export type ErrorWords = Partial<Readonly<Record<ErrorCode, string>>>

/** An error in words for people. */
export const errorLabel = ({ code, path }: ChatError, words: ErrorWords = {}): string =>
  code === 'forbidden' && path?.endsWith('wantsReadCount') === true
    ? 'Only owners and admins may ask for a read count here'
    : (words[code] ?? sentences[code])
