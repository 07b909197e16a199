import type { ChatError } from '@parlance/core'
import type { Status } from '../frames/status.ts'

/** Why somebody isn't let in, in the words that the SDK knows. */
export const loginStatus = ({ code, message }: ChatError, isUser: boolean): Status => {
  if (code === 'authExpired') return { errorCode: 'FAIL', reason: 'Sorry, token expired' }
  if (code !== 'authRejected') return { errorCode: 'FAIL', reason: message }
  return { errorCode: 'FAIL', reason: isUser ? 'Sorry, token or password does not match login info' : 'Sorry, user not found' }
}
