import { conversationName, room } from '@parlance/core'
import type { RestHandler } from '../request.ts'
import { text, texts } from '../request.ts'
import type { Route } from '../route.ts'

const create: RestHandler = ({ hub, actor, json }) => {
  const title = text(json['name'])
  const { conversation } = hub.request(actor, 'createGroup', {
    spec: { kind: 'room', members: texts(json['members']), ...(title !== '' && { title }) },
  })
  return { data: { id: conversationName(conversation) } }
}

const joined: RestHandler = ({ hub, user, base }) => {
  const [app = '', org = ''] = base.split('/').reverse()
  const { entries } = hub.backend.act(user, 'conversations', { count: 50 })
  const rooms = entries.filter(({ id }) => id.startsWith('room:'))
  return {
    data: rooms.map(({ id, title = '' }) => ({
      id: conversationName(id),
      title,
      owner: `${org}#${app}_`,
      created: 0,
      description: '',
      max_users: 0,
    })),
  }
}

const add: RestHandler = ({ hub, actor, param, json }) => {
  const users = texts(json['usernames'])
  hub.request(actor, 'invite', { conversation: room(param('id')), users })
  return { data: { newmembers: users, action: 'add_member', id: param('id') } }
}

export const roomRoutes: readonly Route[] = [
  { method: 'POST', path: 'chatrooms', handler: create },
  { method: 'GET', path: 'users/:me/joined_chatrooms', handler: joined },
  { method: 'POST', path: 'chatrooms/:id/users', handler: add },
]
