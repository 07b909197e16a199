import type { ConversationId } from '@parlance/core'
import { chatError, conversationKind, conversationName, direct, group } from '@parlance/core'
import type { RestHandler, RestRequest } from '../request.ts'
import { text } from '../request.ts'
import type { Route } from '../route.ts'

const conversationIn = ({ hub, param }: RestRequest): ConversationId =>
  param('kind') === 'user' ? direct(param('id')) : hub.addresses.shared(param('id'))

/** Sets for what one is alerted there. The backend knows all or nothing: no alerts for mentions alone, and none that end with time. */
const set: RestHandler = request => {
  const { hub, actor, json } = request
  const type = text(json['type'])
  if (!['ALL', 'NONE', 'DEFAULT'].includes(type)) throw chatError('unsupported')
  hub.request(actor, 'setConversation', { conversation: conversationIn(request), settings: { silenced: type === 'NONE' } })
  return { data: { type } }
}

/** Those of some conversations where something was set. */
const silentOf = ({ hub, user }: RestRequest, only: readonly ConversationId[]): { readonly [name: string]: object } => {
  const { entries } = hub.backend.act(user, 'conversations', { count: Math.max(1, only.length), only })
  return Object.fromEntries(entries.flatMap(({ id, silenced }) => (silenced === true ? [[conversationName(id), { type: 'NONE' }]] : [])))
}

const list: RestHandler = request => {
  const named = (kind: string): readonly string[] => (request.query.get(kind) ?? '').split(',').filter(Boolean)
  return { data: { user: silentOf(request, named('user').map(direct)), group: silentOf(request, named('group').map(group)) } }
}

const one: RestHandler = request => {
  const conversation = conversationIn(request)
  const kind = conversationKind(conversation) === 'direct' ? 'user' : 'group'
  const [mode = {}] = Object.values(silentOf(request, [conversation]))
  return { data: { [kind]: conversationName(conversation), ...mode } }
}

export const alertRoutes: readonly Route[] = [
  { method: 'PUT', path: 'users/:me/notification/:kind/:id', handler: set },
  { method: 'GET', path: 'users/:me/notification/:kind/:id', handler: one },
  { method: 'GET', path: 'users/:me/notification', handler: list },
]
