import type { ConversationEntry, ConversationId, Json, UserId } from '@parlance/core'
import { conversationKind, conversationName, direct } from '@parlance/core'
import { sessionPayload } from '../../bodies/sessionPayload.ts'
import { aboutStanding } from '../../bodies/about.ts'
import { channelTypeOf } from '../../conversations/addresses.ts'
import { readMessage } from '../../conversations/readHistory.ts'
import { toWireId } from '../../frames/ids.ts'
import { parseJson } from '../../frames/json.ts'
import type { Hub } from '../../hub/hub.ts'
import type { RestHandler, RestReply, RestRequest } from '../request.ts'
import { text } from '../request.ts'
import type { Route } from '../route.ts'

/** A page with its cursor. Rooms are in no list. */
const list: RestHandler = ({ hub, user, query }) => {
  const limit = Math.min(Number(query.get('limit') ?? 20), 50)
  const pinnedOnly = query.get('is_top') === 'true'
  const cursor = query.get('cursor') ?? ''
  const entries: ConversationEntry[] = []
  let next: Json | undefined = cursor === '' ? undefined : decodeCursor(cursor)
  do {
    const page = hub.backend.act(user, 'conversations', { count: limit - entries.length, ...(next !== undefined && { cursor: next }) })
    entries.push(...page.entries.filter(({ id, pinned = 0 }) => conversationKind(id) !== 'room' && (!pinnedOnly || pinned > 0)))
    next = page.next
  } while (next !== undefined && entries.length < limit)
  const infos = entries.map(entry => ({
    session_to: conversationName(entry.id),
    session_type: channelTypeOf(entry.id),
    unread_num: entry.unread?.count ?? 0,
    meta: lastOf(hub, user, entry),
    ...pinOf(entry),
    ...marksOf(hub, user, entry.id),
  }))
  return { data: { channel_infos: infos, cursor: next === undefined ? '' : encodeCursor(next) } }
}

/** The older list: all, or a page by number, with long names. */
const channels = ({ hub, user, query, base }: RestRequest): RestReply => {
  const [app = '', org = ''] = base.split('/').reverse()
  const entries: ConversationEntry[] = []
  for (let cursor: Json | undefined; ; ) {
    const page = hub.backend.act(user, 'conversations', { count: 50, ...(cursor !== undefined && { cursor }) })
    entries.push(...page.entries.filter(({ id }) => conversationKind(id) !== 'room'))
    cursor = page.next
    if (cursor === undefined) break
  }
  const size = Number(query.get('pageSize') ?? entries.length)
  const from = (Number(query.get('pageNum') ?? 1) - 1) * size
  const infos = entries.slice(from, from + size).map(entry => ({
    channel_id: longName(`${org}#${app}`, entry.id),
    unread_num: entry.unread?.count ?? 0,
    meta: lastOf(hub, user, entry),
  }))
  return { data: { channel_infos: infos } }
}

const longName = (appKey: string, id: ConversationId): string =>
  conversationKind(id) === 'direct' ? `${appKey}_${conversationName(id)}@easemob.com` : `${conversationName(id)}@conference.easemob.com`

/** The last message, as far as there is one to show. */
const lastOf = (hub: Hub, user: UserId, { id, last }: ConversationEntry): object => {
  const standing = last?.id === undefined ? undefined : readMessage(hub, user, id, last.id)
  const payload = standing && sessionPayload(standing.message, user, aboutStanding(standing, user))
  if (standing === undefined || payload === undefined) return {}
  const { message } = standing
  return {
    id: toWireId(message.id),
    from: message.from,
    to: longName('', id),
    timestamp: message.sentAt,
    payload: JSON.stringify(payload),
  }
}

const pinOf = ({ pinned = 0 }: ConversationEntry): object => ({
  is_top: pinned > 0,
  ...(pinned > 0 && { update_top_status_time: pinned }),
})

const marksOf = ({ marks }: Hub, user: UserId, id: ConversationId): object => {
  const names = marks.of(user, id)
  return names.length > 0 ? { marks: names } : {}
}

const encodeCursor = (cursor: Json): string => Buffer.from(JSON.stringify(cursor)).toString('base64url')
const decodeCursor = (cursor: string): Json => parseJson(Buffer.from(cursor, 'base64url').toString())

const remove: RestHandler = ({ hub, user, actor, json }) => {
  const conversation = named(hub, text(json['type']), text(json['channel']))
  hub.request(actor, 'removeConversation', { conversation, withHistory: json['delete_roam'] === true })
  hub.marks.forget(user, conversation)
  return { data: { result: 'ok' } }
}

const pin =
  (pinned: boolean): RestHandler =>
  ({ hub, actor, json, query }) => {
    const type = pinned ? text(json['type']) : (query.get('type') ?? '')
    const conversation = named(hub, type, pinned ? text(json['to']) : (query.get('to') ?? ''))
    const at = pinned ? hub.backend.now() : 0
    hub.request(actor, 'setConversation', { conversation, settings: { pinned: at } })
    return { data: pinOf({ id: conversation, pinned: at }) }
  }

const named = ({ addresses }: Hub, type: string, name: string): ConversationId => (type === 'chat' ? direct(name) : addresses.shared(name))

export const conversationRoutes: readonly Route[] = [
  { method: 'GET', path: 'sdk/user/:me/user_channels/list', handler: list },
  { method: 'GET', path: 'users/:me/user_channels', handler: channels },
  { method: 'GET', path: 'users/:me/user_channels/page', handler: channels },
  { method: 'DELETE', path: 'user/:me/user_channel', handler: remove },
  { method: 'POST', path: 'sdk/user/:me/user_channel/top', handler: pin(true) },
  { method: 'DELETE', path: 'sdk/user/:me/user_channel/top', handler: pin(false) },
]
