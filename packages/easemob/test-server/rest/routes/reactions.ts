import type { ConversationId, UserId } from '@parlance/core'
import { direct } from '@parlance/core'
import { reactionList } from '../../bodies/about.ts'
import type { Standing } from '../../conversations/readHistory.ts'
import { readHistory } from '../../conversations/readHistory.ts'
import { fromWireId, toWireId } from '../../frames/ids.ts'
import type { Hub } from '../../hub/hub.ts'
import type { RestHandler } from '../request.ts'
import { text } from '../request.ts'
import type { Route } from '../route.ts'

const add: RestHandler = ({ hub, actor, json }) => {
  hub.request(actor, 'react', { target: { id: fromWireId(text(json['msgId'])) }, emoji: text(json['message']), active: true })
  return { data: { msgId: text(json['msgId']), reaction: text(json['message']) } }
}

const remove: RestHandler = ({ hub, actor, query }) => {
  const target = { id: fromWireId(query.get('msgId') ?? '') }
  hub.request(actor, 'react', { target, emoji: query.get('message') ?? '', active: false })
  return { data: {} }
}

/** What is put to some messages. */
const list: RestHandler = ({ hub, user, query }) => {
  const ids = (query.get('msgIdList') ?? '').split(',').filter(Boolean)
  return {
    data: ids.map(msgId => ({
      msgId,
      reactionList: [...reactionList(standingOf(hub, user, msgId)?.reactions ?? new Map<string, readonly UserId[]>(), user)],
    })),
  }
}

/** Everybody who put one thing to a message. */
const detail: RestHandler = ({ hub, user, query }) => {
  const reaction = query.get('message') ?? ''
  const userList = standingOf(hub, user, query.get('msgId') ?? '')?.reactions.get(reaction) ?? []
  return { data: { reaction, count: userList.length, state: userList.includes(user), userList, cursor: null } }
}

/** A message by its id alone, wherever the user may see it. */
const standingOf = (hub: Hub, user: UserId, wireId: string): Standing | undefined => {
  const id = fromWireId(wireId)
  for (const conversation of conversationsOf(hub, user)) {
    try {
      const found = readHistory(hub, user, conversation, { around: id }, 1).messages.find(({ message }) => toWireId(message.id) === wireId)
      if (found !== undefined) return found
    } catch {
      // It is in another one.
    }
  }
  return undefined
}

function* conversationsOf({ backend }: Hub, user: UserId): Generator<ConversationId> {
  for (const other of backend.users()) yield direct(other)
  for (const { id } of backend.act(user, 'conversations', { count: 50 }).entries) yield id
}

export const reactionRoutes: readonly Route[] = [
  { method: 'POST', path: 'reaction/user/:me', handler: add },
  { method: 'DELETE', path: 'reaction/user/:me', handler: remove },
  { method: 'GET', path: 'reaction/user/:me', handler: list },
  { method: 'GET', path: 'reaction/user/:me/detail', handler: detail },
]
