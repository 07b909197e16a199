import type { DeletedFact, EditedFact, MessageFact, MessageRef, Origin, RecalledFact, RemoteMessage, UserId } from '@parlance/core'
import { positionOf } from './sequence.ts'
import type { Content, Revision, StoredMessage, Withdrawal } from './storedMessage.ts'
import type { Talk } from './talk.ts'
import type { World } from './world.ts'

/** All names of a message, in a user's terms. */
export const refFor = (world: World, viewer: UserId, talk: Talk, { id, from, localId }: StoredMessage): MessageRef => ({
  conversation: talk.nameFor(viewer),
  id,
  from,
  ...(world.policy.capabilities.localIdVisible && localId !== undefined && { localId }),
})

/** A message as it stands, in a user's terms. What was erased has a body of type `unknown`. */
export const messageFor = (world: World, viewer: UserId, talk: Talk, message: StoredMessage): RemoteMessage => {
  const { content, original } = message
  const first = world.policy.capabilities.history.returns === 'original' ? original : undefined
  return messageWith(world, viewer, talk, message, first ?? content)
}

/** The same with its present body, whatever history returns. */
export const currentMessageFor = (world: World, viewer: UserId, talk: Talk, message: StoredMessage): RemoteMessage =>
  messageWith(world, viewer, talk, message, message.content)

const messageWith = (world: World, viewer: UserId, talk: Talk, message: StoredMessage, told: Content | undefined): RemoteMessage => {
  const { localId, to, replyTo, forwardedFrom } = message
  const { localIdVisible } = world.policy.capabilities
  const conversation = talk.nameFor(viewer)
  return {
    conversation,
    from: message.from,
    id: message.id,
    ...(localIdVisible && localId !== undefined && { localId }),
    body: told?.body ?? { type: 'unknown' },
    ...(told?.ext !== undefined && { ext: told.ext }),
    ...(to !== undefined && { to: [...to] }),
    ...(replyTo !== undefined && { replyTo: { conversation, ...(localIdVisible ? replyTo : withoutLocalId(replyTo)) } }),
    ...(message.wantsReadCount && { wantsReadCount: true }),
    ...(forwardedFrom !== undefined && { forwardedFrom }),
    sentAt: message.sentAt,
    position: positionOf(message.sequence),
  }
}

const withoutLocalId = ({ localId: _, ...names }: MessageRef): MessageRef => names

export const messageFact = (world: World, viewer: UserId, talk: Talk, message: StoredMessage, origin: Origin): MessageFact => ({
  type: 'message',
  origin,
  message: messageFor(world, viewer, talk, message),
})

export const recalledFact = (
  world: World,
  viewer: UserId,
  talk: Talk,
  message: StoredMessage,
  { by, as, at }: Withdrawal,
  origin: Origin,
): RecalledFact => ({ type: 'recalled', origin, target: refFor(world, viewer, talk, message), by, as, at })

/** The last edit, or what became of the message since: an older edit says nothing that is still true. */
export const editedFact = (
  world: World,
  viewer: UserId,
  talk: Talk,
  message: StoredMessage,
  { by, as, at, version }: Revision,
  origin: Origin,
): EditedFact => ({
  type: 'edited',
  origin,
  target: refFor(world, viewer, talk, message),
  body: message.content?.body ?? { type: 'unknown' },
  ...(message.content?.ext !== undefined && { ext: message.content.ext }),
  by,
  as,
  at,
  version,
})

export const deletedFact = (world: World, viewer: UserId, talk: Talk, messages: readonly StoredMessage[], origin: Origin): DeletedFact => ({
  type: 'deleted',
  origin,
  conversation: talk.nameFor(viewer),
  target: { exactly: messages.map(message => refFor(world, viewer, talk, message)) },
})
