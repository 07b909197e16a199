import type { ConversationId } from '@parlance/core'
import { direct, room } from '@parlance/core'
import { sessionPayload } from '../../bodies/sessionPayload.ts'
import { readMessage } from '../../conversations/readHistory.ts'
import { fromWireId, toWireId } from '../../frames/ids.ts'
import type { Hub } from '../../hub/hub.ts'
import type { RestHandler } from '../request.ts'
import { text } from '../request.ts'
import type { Route } from '../route.ts'

const named = ({ addresses }: Hub, type: string, name: string): ConversationId => {
  if (type === 'chat') return direct(name)
  return type === 'chatroom' ? room(name) : addresses.shared(name)
}

const pin =
  (pinned: boolean): RestHandler =>
  ({ hub, actor, json }) => {
    const conversation = named(hub, text(json['type']), text(json['to']))
    hub.request(actor, 'pin', { target: { conversation, id: fromWireId(text(json['pin_msg_id'])) }, pinned })
    return { data: {} }
  }

/** What is pinned in a conversation, newest pin first. */
const list: RestHandler = ({ hub, user, query }) => {
  const conversation = named(hub, query.get('type') ?? '', query.get('to') ?? '')
  const limit = Number(query.get('limit') ?? 10)
  const from = Number(query.get('cursor') ?? 0)
  const { facts } = hub.backend.act(user, 'history', { query: { conversation, at: { newest: true }, count: 1 } })
  const pins = facts.flatMap(fact => (fact.type === 'pinned' && fact.pinned ? [fact] : [])).sort((a, b) => (b.at ?? 0) - (a.at ?? 0))
  const infos = pins.slice(from, from + limit).flatMap(({ id, at, by }) => {
    const message = readMessage(hub, user, conversation, id)?.message
    const payload = message && sessionPayload(message, user)
    if (message === undefined || payload === undefined) return []
    const told = { id: toWireId(id), from: message.from, to: '', timestamp: message.sentAt, payload: JSON.stringify(payload) }
    return [{ message: told, pin_opt_at: at, pin_operator: by }]
  })
  const next = from + limit
  return { data: { msg_infos: infos, cursor: next < pins.length ? next.toString() : '' } }
}

export const pinRoutes: readonly Route[] = [
  { method: 'POST', path: 'sdk/user/:me/user_channel/pin', handler: pin(true) },
  { method: 'DELETE', path: 'sdk/user/:me/user_channel/pin', handler: pin(false) },
  { method: 'GET', path: 'sdk/user/:me/user_channel/pin', handler: list },
]
