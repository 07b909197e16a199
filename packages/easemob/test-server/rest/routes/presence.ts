import type { UserId } from '@parlance/core'
import { presenceRecord } from '../../facts/presenceRecord.ts'
import type { Device } from '../../hub/device.ts'
import type { RestHandler, RestRequest } from '../request.ts'
import { text, texts } from '../request.ts'
import type { Route } from '../route.ts'

/** Says something of oneself, in one text. */
const publish: RestHandler = ({ hub, actor, json }) => {
  const status = text(json['ext'])
  hub.request(actor, 'setPresence', { presence: { state: 'online', ...(status !== '' && { status }) } })
  return { result: 'ok' }
}

const subscribe: RestHandler = request => {
  const wanted = texts(request.json['usernames'])
  watch(request, watched => new Set([...watched, ...wanted]))
  return records(request, wanted)
}

const unsubscribe: RestHandler = request => {
  const unwanted = new Set(texts(request.json['list']))
  watch(request, watched => new Set([...watched].filter(user => !unwanted.has(user))))
  return { result: 'ok' }
}

const status: RestHandler = request => records(request, texts(request.json['usernames']))

const subscribed: RestHandler = request => {
  const watched = new Set(linked(request).flatMap(device => [...device.watched]))
  const size = Number(request.query.get('pageSize') ?? 50)
  const from = Math.max(0, Number(request.query.get('pageNum') ?? 1) - 1) * size
  return { result: { totalnum: watched.size, sublist: [...watched].slice(from, from + size).map(uid => ({ uid, expiry: '86400' })) } }
}

const linked = ({ hub, user }: RestRequest): readonly Device[] => hub.devices(user).filter(({ session }) => session !== undefined)

/** The wire adds to what is watched, and takes from it; the backend wants to hear the whole. */
const watch = (request: RestRequest, change: (watched: ReadonlySet<UserId>) => ReadonlySet<UserId>): void => {
  for (const device of linked(request)) {
    device.watched = change(device.watched)
    request.hub.request({ user: request.user, device }, 'watchPresence', { users: [...device.watched] })
  }
}

const records = ({ hub, user }: RestRequest, users: readonly UserId[]): { readonly result: readonly object[] } => ({
  result: hub.backend.act(user, 'watchPresence', { users }).map(fact => presenceRecord(fact.user, fact.presence)),
})

export const presenceRoutes: readonly Route[] = [
  { method: 'GET', path: 'users/:me/presence/sublist', handler: subscribed },
  { method: 'POST', path: 'users/:me/presence', handler: status },
  { method: 'DELETE', path: 'users/:me/presence', handler: unsubscribe },
  { method: 'POST', path: 'users/:me/presence/:resource/1', handler: publish },
  { method: 'POST', path: 'users/:me/presence/:expiry', handler: subscribe },
]
