import type { JsonObject } from '@parlance/core'
import { chatError } from '@parlance/core'
import type { Hub } from '../../hub/hub.ts'
import type { RestReply } from '../request.ts'
import { text } from '../request.ts'
import type { Route } from '../route.ts'

/** Seconds. */
const LIFETIME = 86_400

/** A token for a password, which here is the token. */
export const issueToken = ({ backend }: Hub, json: JsonObject): RestReply => {
  const user = text(json['username'])
  if (!backend.users().includes(user) || backend.token(user) !== text(json['password'])) throw chatError('authRejected')
  return { access_token: backend.token(user), expires_in: LIFETIME, user: { username: user } }
}

export const tokenRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: 'sdk/users/:me/token/expires',
    handler: ({ hub }) => ({ expire_timestamp: hub.backend.now() + LIFETIME * 1000 }),
  },
]
