import type { ConversationEntry } from '@parlance/core'
import { conversationName } from '@parlance/core'
import type { RestHandler, RestRequest } from '../request.ts'
import { text, texts } from '../request.ts'
import type { Route } from '../route.ts'
import type { SharedKind } from '../sharedNamed.ts'
import { allMembers, entriesOf, memberRecord, sharedKinds, sharedNamed } from '../sharedNamed.ts'

type OfKind = (kind: SharedKind) => RestHandler

/** Of one or, with commas between their ids, of several. */
const info: OfKind = kind => request => ({ data: entriesOf(request, kind).map(entry => record(request, entry)) })

const record = (request: RestRequest, { id, title = '', avatar = '', members = 0 }: ConversationEntry): object => {
  const everybody = allMembers(request, id)
  const owner = everybody.find(({ role }) => role === 'owner')?.user
  const about = { id: conversationName(id), name: title, avatar, description: '', owner, affiliations_count: members }
  return { ...about, affiliations: everybody.map(memberRecord) }
}

const update: OfKind = kind => request => {
  const { hub, actor, json } = request
  const conversation = sharedNamed(request, kind)
  const [newOwner, title, avatar] = [text(json['newowner']), text(json['groupname']), text(json['avatar'])]
  if (newOwner !== '') {
    hub.request(actor, 'setRole', { conversation, user: newOwner, role: 'owner' })
    return { data: { newowner: true } }
  }
  hub.request(actor, 'updateGroup', { conversation, change: { ...(title !== '' && { title }), ...(avatar !== '' && { avatar }) } })
  return { data: { groupname: title !== '', avatar: avatar !== '' } }
}

const dissolve: OfKind = kind => request => {
  request.hub.request(request.actor, 'dissolve', { conversation: sharedNamed(request, kind) })
  return { data: { success: true, id: request.param('id') } }
}

/** By cursor, or by the numbers of pages. */
const list: OfKind = kind => request => {
  const { query } = request
  const everybody = allMembers(request, sharedNamed(request, kind))
  const size = Number(query.get('limit') ?? query.get('pagesize') ?? 50)
  const cursor = query.get('cursor')
  const from = cursor === null || !/^\d+$/.test(cursor) ? (Number(query.get('pagenum') ?? 1) - 1) * size : Number(cursor)
  const next = from + size
  return { data: everybody.slice(from, next).map(memberRecord), cursor: next < everybody.length ? next.toString() : '' }
}

const remove: OfKind = kind => request => {
  const users = request.param('users').split(',')
  request.hub.request(request.actor, 'removeMembers', { conversation: sharedNamed(request, kind), users })
  const results = users.map(user => ({ result: true, action: 'remove_member', user, id: request.param('id') }))
  return { data: results.length === 1 ? results[0] : results }
}

const admins: OfKind = kind => request => ({
  data: allMembers(request, sharedNamed(request, kind)).flatMap(({ user, role }) => (role === 'admin' ? [user] : [])),
})

const promote: OfKind = kind => request => {
  const user = text(request.json['newadmin'])
  request.hub.request(request.actor, 'setRole', { conversation: sharedNamed(request, kind), user, role: 'admin' })
  return { data: { result: 'success', newadmin: user } }
}

const demote: OfKind = kind => request => {
  const user = request.param('user')
  request.hub.request(request.actor, 'setRole', { conversation: sharedNamed(request, kind), user, role: 'member' })
  return { data: { result: 'success', oldadmin: user } }
}

const muted: OfKind = kind => request => ({
  data: allMembers(request, sharedNamed(request, kind)).flatMap(({ user, muted: silent }) =>
    silent === true ? [{ user, expire: 0 }] : [],
  ),
})

const setMuted =
  (silent: boolean): OfKind =>
  kind =>
  request => {
    const users = silent ? texts(request.json['usernames']) : request.param('users').split(',')
    for (const user of users) request.hub.request(request.actor, 'mute', { conversation: sharedNamed(request, kind), user, muted: silent })
    return { data: users.map(user => ({ result: true, user, ...(silent && { expire: 0 }) })) }
  }

const routesOf = (kind: SharedKind): readonly Route[] => [
  { method: 'GET', path: `${kind}/:id`, handler: info(kind) },
  { method: 'PUT', path: `${kind}/:id`, handler: update(kind) },
  { method: 'DELETE', path: `${kind}/:id`, handler: dissolve(kind) },
  { method: 'GET', path: `${kind}/:id/users`, handler: list(kind) },
  { method: 'DELETE', path: `${kind}/:id/users/:users`, handler: remove(kind) },
  { method: 'GET', path: `${kind}/:id/admin`, handler: admins(kind) },
  { method: 'POST', path: `${kind}/:id/admin`, handler: promote(kind) },
  { method: 'DELETE', path: `${kind}/:id/admin/:user`, handler: demote(kind) },
  { method: 'GET', path: `${kind}/:id/mute`, handler: muted(kind) },
  { method: 'POST', path: `${kind}/:id/mute`, handler: setMuted(true)(kind) },
  { method: 'DELETE', path: `${kind}/:id/mute/:users`, handler: setMuted(false)(kind) },
]

/** What is done about who belongs to a group or room. */
export const memberRoutes: readonly Route[] = sharedKinds.flatMap(routesOf)
