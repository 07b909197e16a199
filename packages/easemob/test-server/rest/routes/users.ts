import type { RestHandler } from '../request.ts'
import { texts } from '../request.ts'
import type { Route } from '../route.ts'

/** Names and pictures, by id. */
const info: RestHandler = ({ hub, user, json }) => {
  const known = hub.backend.act(user, 'users', { ids: texts(json['targets']) })
  return {
    data: Object.fromEntries(
      known.map(({ id, name, avatar }) => [id, { nickname: name, ...(avatar !== undefined && { avatarurl: avatar }) }]),
    ),
  }
}

export const userRoutes: readonly Route[] = [{ method: 'POST', path: 'metadata/user/get', handler: info }]
