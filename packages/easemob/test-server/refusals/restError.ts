import type { ChatError, ErrorCode } from '@parlance/core'

/** A refusal as REST tells it: the SDK reads the status, the text and the code. */
export interface RestError {
  readonly status: number
  readonly error: string
  readonly error_description: string
  readonly error_code?: number
}

const plain: Readonly<Partial<Record<ErrorCode, readonly [number, string, string, number?]>>> = {
  authExpired: [401, 'unauthorized', 'Unable to authenticate (OAuth)'],
  authRejected: [401, 'unauthorized', 'Unable to authenticate (OAuth)'],
  forbidden: [403, 'forbidden_op', 'you have no permission to do this'],
  blocked: [403, 'forbidden_op', 'you are blocked'],
  muted: [403, 'forbidden_op', 'you were muted'],
  notAllowlisted: [403, 'forbidden_op', 'you are not in the white list'],
  notMember: [404, 'resource_not_found', 'you are not in this group', 60003],
  groupNotFound: [404, 'resource_not_found', 'do not find this group'],
  unsupported: [403, 'service_not_open', 'service not open!'],
  rateLimited: [429, 'reach_limit', 'too many requests'],
  tooLarge: [400, 'too_large', 'The quantity has exceeded the limit!'],
  unavailable: [503, 'service_unavailable', 'try again later'],
  timeout: [503, 'service_unavailable', 'try again later'],
  internal: [500, 'internal_error', 'internal error'],
}

/** `about`: a message or a person, for what isn't there. */
export const restError = ({ code, message }: ChatError, about: 'message' | 'user'): RestError => {
  if (code === 'notFound') {
    const description = about === 'user' ? 'user not found' : 'report failed, get message by id failed'
    return { status: about === 'user' ? 404 : 400, error: 'resource_not_found', error_description: description }
  }
  const [status, error, description, errorCode] = plain[code] ?? [400, 'illegal_argument', message]
  return { status, error, error_description: description, ...(errorCode !== undefined && { error_code: errorCode }) }
}
