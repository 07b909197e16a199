import type { ChatError, ErrorCode, UserId } from '@parlance/core'
import type { Status } from '../frames/status.ts'

/** What was refused: a reason that means one thing to a message means another to an edit. */
export type Refused = 'message' | 'edit' | 'recall' | 'receipt' | 'room'

const fail = (reason: string): Status => ({ errorCode: 'FAIL', reason })
const denied = (reason: string): Status => ({ errorCode: 'PERMISSION_DENIED', reason })

/** The words that the SDK turns into one number each. */
const statuses: Readonly<Partial<Record<ErrorCode, Status>>> = {
  blocked: fail('blocked'),
  groupNotFound: fail('group not found'),
  notMember: fail('not in group or chatroom'),
  notAllowlisted: fail('not in group or chatroom white list'),
  muted: { errorCode: 'USER_MUTED' },
  recallTooLate: fail('exceed recall time limit'),
  recallDisabled: fail('message recall disabled'),
  editTooLate: fail('Sorry, edit fail'),
  forbidden: fail('Sorry, You do not have permission'),
  invalid: fail('Sorry, format is incorrect'),
  contentRejected: denied('sensitive words'),
  moderated: fail('blocked by moderation'),
  rateLimited: denied('traffic limit'),
  tooLarge: denied('Sorry, data is too large'),
}

/** How a refusal is told to the one who sent something, `name` being whom or where it was for. */
export const sendStatus = ({ code, message }: ChatError, refused: Refused, name: UserId): Status => {
  if (code === 'intercepted') return { errorCode: 'PERMISSION_DENIED_EXTERNAL', reason: message }
  if (code === 'unsupported' && refused === 'edit') return fail('Sorry, edit is not available')
  if (code === 'notFound') return fail(refused === 'message' ? `username ${name} doesn't exist!` : 'Sorry, message does not exist')
  if (code === 'groupNotFound' && refused === 'room') return fail(`grpID ${name} does not exist!`)
  return statuses[code] ?? fail(message)
}
