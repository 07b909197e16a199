import type { BodyType, ConversationId, HistoryQuery } from '@parlance/core'
import { chatError, direct } from '@parlance/core'
import { aboutStanding } from '../../bodies/about.ts'
import { messageMeta } from '../../bodies/messageMeta.ts'
import { toContent } from '../../bodies/toContent.ts'
import type { Standing } from '../../conversations/readHistory.ts'
import { readHistory } from '../../conversations/readHistory.ts'
import { fromWireId, toWireId } from '../../frames/ids.ts'
import type { Hub } from '../../hub/hub.ts'
import type { RestHandler, RestRequest } from '../request.ts'
import { number, text } from '../request.ts'
import type { Route } from '../route.ts'

const bodyTypes: ReadonlyMap<string, readonly BodyType[]> = new Map([
  ['txt', ['text']],
  ['img', ['image', 'urlImage']],
  ['audio', ['audio']],
  ['video', ['video']],
  ['file', ['file']],
  ['loc', ['location']],
  ['cmd', ['command']],
  ['custom', ['custom']],
  ['combine', ['unknown']],
])

/** A page of the past: newest first, or oldest first when it goes forwards. */
const roaming: RestHandler = request => {
  const { hub, user, json } = request
  const conversation = conversationIn(hub, text(json['queue']))
  const forwards = json['is_positive'] === true
  const count = Math.min(number(json['pull_number']) ?? 20, 50)
  const fits = filterIn(request)
  const found: Standing[] = []
  let at: HistoryQuery['at'] | undefined = startOf(request, conversation, forwards)
  while (at !== undefined && found.length <= count) {
    const page = readHistory(hub, user, conversation, at, 50)
    const inOrder = forwards ? page.messages : [...page.messages].reverse()
    found.push(...inOrder.filter(fits))
    at = forwards ? page.newer : page.older
  }
  const messages = found.slice(0, count)
  const last = messages.at(-1)
  return {
    data: {
      msgs: messages.flatMap(standing => {
        const meta = messageMeta(hub.codecs, user, standing.message, { about: aboutStanding(standing, user) })
        return meta === undefined ? [] : [{ msg: Buffer.from(hub.codecs.meta.encode(meta)).toString('base64') }]
      }),
      is_last: found.length <= count,
      next_key: last === undefined ? '' : toWireId(last.message.id),
    },
  }
}

const conversationIn = ({ addresses }: Hub, queue: string): ConversationId => {
  const [name = '', domain] = queue.split('@')
  if (name === '') throw chatError('invalid')
  return domain === 'easemob.com' ? direct(name) : addresses.shared(name)
}

/** A cursor is the id of a message, which isn't in the page itself; -1 is where the direction begins. */
const startOf = ({ hub, user, json }: RestRequest, conversation: ConversationId, forwards: boolean): HistoryQuery['at'] => {
  const start = text(json['start'])
  const id = start === '' || start === '-1' ? undefined : fromWireId(start)
  const known = id === undefined ? undefined : hub.backend.inspect(conversation, user).find(message => message.id === id)
  if (known === undefined) return forwards ? { after: '' } : { newest: true }
  return forwards ? { after: known.position } : { before: known.position }
}

const filterIn = ({ json }: RestRequest): ((standing: Standing) => boolean) => {
  const names = text(json['msgType']).split(',').filter(Boolean)
  const types = new Set(names.flatMap(name => bodyTypes.get(name) ?? []))
  const sender = text(json['userId'])
  const since = number(json['startTime']) ?? -Infinity
  const until = number(json['endTime']) ?? Infinity
  return ({ message: { body, from, sentAt = 0 } }) =>
    toContent(body) !== undefined &&
    (names.length === 0 || types.has(body.type)) &&
    (sender === '' || from === sender) &&
    sentAt >= since &&
    sentAt <= until
}

/** Deletes some messages for the one who asks. */
const removeMessages: RestHandler = ({ hub, actor, query }) => {
  for (const id of (query.get('msgIdList') ?? '').split(',').filter(Boolean))
    hub.request(actor, 'delete', { target: { id: fromWireId(id) } })
  return { data: { result: 'ok' } }
}

/** Deletes all that was sent before a moment. */
const removeBefore: RestHandler = ({ hub, user, actor, query }) => {
  const peer = query.get('userId')
  const conversation = peer === null ? hub.addresses.shared(query.get('groupId') ?? '') : direct(peer)
  const until = Number(query.get('delTime'))
  for (let at: HistoryQuery['at'] | undefined = { newest: true }; at !== undefined; ) {
    const page = readHistory(hub, user, conversation, at, 50)
    for (const { message } of page.messages)
      if ((message.sentAt ?? 0) <= until) hub.request(actor, 'delete', { target: { id: message.id } })
    at = page.older
  }
  return { data: { result: 'ok' } }
}

export const historyRoutes: readonly Route[] = [
  { method: 'POST', path: 'users/:me/messageroaming', handler: roaming },
  { method: 'DELETE', path: 'sdk/message/roaming/:kind/user/:me', handler: removeMessages },
  { method: 'DELETE', path: 'sdk/message/roaming/:kind/user/:me/time', handler: removeBefore },
]
