import type { Body } from './body.ts'
import type { UserId } from './ids.ts'

/** Whether a body names a user, or everyone. */
export const mentions = (body: Body | undefined, user: UserId): boolean =>
  body?.type === 'text' && (body.mentions === 'everyone' || body.mentions?.includes(user) === true)
