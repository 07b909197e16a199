import type { LocalId, MessageRef, OutgoingMessage, UserId } from '@parlance/core'
import type { Content, StoredMessage } from './storedMessage.ts'
import type { Talk } from './talk.ts'
import { memberCount } from './talk.ts'
import type { World } from './world.ts'

/** What goes along with what is said. */
type Besides = Partial<Omit<OutgoingMessage, 'conversation' | 'localId' | 'body' | 'ext'>> & { readonly localId?: LocalId }

/** A message with the next place in the order. It is in no log yet. */
export const createMessage = (world: World, from: UserId, talk: Talk, content: Content, besides: Besides = {}): StoredMessage => {
  const { localId, to, replyTo, wantsReadCount = false, forwardedFrom } = besides
  const { ids, readCount } = world.policy.capabilities
  const sequence = talk.log.reserve()
  const notice = content.body.type === 'notice'
  const counted = !notice && talk.kind !== 'direct' && (readCount === 'everyMessage' || (readCount === 'perMessageOptIn' && wantsReadCount))
  const recipients = to === undefined ? memberCount(talk) - 1 : new Set(to.filter(user => user !== from)).size
  return {
    sequence,
    id: ids === 'global' ? world.nextId() : sequence.toString(),
    from,
    localId,
    sentAt: world.now(),
    to: to === undefined ? undefined : new Set(to),
    replyTo: replyTo === undefined ? undefined : answered(world, from, talk, replyTo),
    wantsReadCount,
    forwardedFrom,
    command: content.body.type === 'command',
    notice,
    content,
    original: undefined,
    edited: undefined,
    recalled: undefined,
    deleted: false,
    tally: counted ? { read: 0, delivered: 0, of: recipients } : undefined,
    notes: new Map(),
    reactions: new Map(),
  }
}

/** What a message answers, by all its names if the server has it. */
const answered = (world: World, user: UserId, talk: Talk, { id, from, localId }: MessageRef): StoredMessage['replyTo'] => {
  const sent = id === undefined && localId !== undefined ? world.index.sent(from ?? user, localId) : []
  const found = id === undefined ? sent.find(one => one.talk === talk)?.message : talk.log.byId(id)
  if (found !== undefined) return { id: found.id, from: found.from, ...(found.localId !== undefined && { localId: found.localId }) }
  return { ...(id !== undefined && { id }), ...(from !== undefined && { from }), ...(localId !== undefined && { localId }) }
}
