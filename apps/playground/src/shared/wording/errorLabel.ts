import type { ChatError, ErrorCode } from '@parlance/core'

const sentences: Readonly<Record<ErrorCode, string>> = {
  offline: 'There is no connection',
  timeout: 'It took too long',
  unavailable: 'The server can’t be reached',
  rateLimited: 'Too many at once',
  authExpired: 'The session has expired',
  authRejected: 'The token was refused',
  replacedElsewhere: 'Opened on another device instead',
  forbidden: 'Not allowed',
  blocked: 'One of you has blocked the other',
  notAllowlisted: 'Only some may write here',
  muted: 'You may not speak here',
  notMember: 'You are no member here',
  notFound: 'It isn’t there any more',
  groupNotFound: 'The group isn’t there any more',
  recallTooLate: 'Too late to recall',
  recallDisabled: 'Recalling is turned off',
  editTooLate: 'Too late to edit',
  contentRejected: 'The content was refused',
  intercepted: 'The message was held back',
  moderated: 'The message was removed',
  tooLarge: 'It is too large',
  invalid: 'It isn’t valid',
  conflict: 'It contradicts what is known',
  unsupported: 'The server can’t do that',
  cancelled: 'Cancelled',
  protocol: 'It could not be read',
  storage: 'It could not be stored',
  internal: 'Something broke here',
  unknown: 'Something went wrong',
}

/** An error in words for people. */
export const errorLabel = ({ code }: ChatError): string => sentences[code]
