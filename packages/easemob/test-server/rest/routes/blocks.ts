import type { RestHandler } from '../request.ts'
import { texts } from '../request.ts'
import type { Route } from '../route.ts'

const list: RestHandler = ({ hub, user }) => ({ data: hub.backend.act(user, 'blocklist', {}).blocked ?? [] })

const change =
  (name: 'block' | 'unblock'): RestHandler =>
  ({ hub, actor, json }) => {
    const users = texts(json['usernames'])
    for (const user of users) hub.request(actor, name, { user })
    return { data: users }
  }

export const blockRoutes: readonly Route[] = [
  { method: 'GET', path: 'users/:me/blocks/users', handler: list },
  { method: 'POST', path: 'sdk/user/:me/blocks', handler: change('block') },
  { method: 'DELETE', path: 'sdk/user/:me/blocks', handler: change('unblock') },
]
