import type { ConversationEntry, Json } from '@parlance/core'
import { conversationName, group } from '@parlance/core'
import type { RestHandler, RestRequest } from '../request.ts'
import { text, texts } from '../request.ts'
import type { Route } from '../route.ts'

const create: RestHandler = ({ hub, actor, json }) => {
  const [title, avatar] = [text(json['groupname']), text(json['avatar'])]
  const members = texts(json['members'])
  const spec = { kind: 'group' as const, members, ...(title !== '' && { title }), ...(avatar !== '' && { avatar }) }
  const { conversation } = hub.request(actor, 'createGroup', { spec })
  return { data: { groupid: conversationName(conversation) } }
}

const joined: RestHandler = request => ({ data: groupsOf(request).map(record) })
const joinedWithRoles: RestHandler = request => {
  const groups = groupsOf(request)
  return { entities: groups.map(record), total: groups.length }
}

const groupsOf = ({ hub, user, query }: RestRequest): readonly ConversationEntry[] => {
  const entries: ConversationEntry[] = []
  for (let cursor: Json | undefined; ; ) {
    const page = hub.backend.act(user, 'conversations', { count: 50, ...(cursor !== undefined && { cursor }) })
    entries.push(...page.entries.filter(({ id }) => id.startsWith('group:')))
    cursor = page.next
    if (cursor === undefined) break
  }
  const size = Number(query.get('pagesize') ?? entries.length)
  const from = Number(query.get('pagenum') ?? 0) * size
  return entries.slice(from, from + size)
}

const record = ({ id, title = '', avatar = '', members = 0 }: ConversationEntry): object => {
  const name = conversationName(id)
  const ids = { id: name, groupid: name, groupId: name }
  return { ...ids, name: title, groupname: title, avatar, affiliations_count: members, permission: 'member', disabled: false }
}

/** An invitation is accepted, or not. */
const verify: RestHandler = ({ hub, actor, param, json }) => {
  hub.request(actor, json['verifyResult'] === true ? 'join' : 'leave', { conversation: group(param('id')) })
  return { data: { result: true } }
}

const quit: RestHandler = ({ hub, actor, param }) => {
  hub.request(actor, 'leave', { conversation: group(param('id')) })
  return { data: { result: true } }
}

const invite: RestHandler = ({ hub, actor, param, json }) => {
  const users = texts(json['usernames'])
  hub.request(actor, 'invite', { conversation: group(param('id')), users })
  return { data: users.map(user => ({ result: true, action: 'invite', user, groupid: param('id') })) }
}

export const groupRoutes: readonly Route[] = [
  { method: 'POST', path: 'chatgroups', handler: create },
  { method: 'GET', path: 'users/:me/joined_chatgroups', handler: joined },
  { method: 'GET', path: 'chatgroups/user/:me', handler: joinedWithRoles },
  { method: 'POST', path: 'chatgroups/:id/invite', handler: invite },
  { method: 'POST', path: 'chatgroups/:id/invite_verify', handler: verify },
  { method: 'DELETE', path: 'chatgroups/:id/quit', handler: quit },
]
