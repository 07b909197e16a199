import type { AcceptedFact, Ack, ChatError, LocalId, Origin, OutgoingMessage, UserId } from '@parlance/core'
import { chatError, isChatError } from '@parlance/core'
import { createMessage } from './createMessage.ts'
import { checkContent, judge, SERVER } from './judge.ts'
import { audienceOf, editNews, messageNews } from './messageNews.ts'
import type { Found } from './messageIndex.ts'
import type { Place } from './permissions.ts'
import { checkMayWrite, placeOf } from './permissions.ts'
import { countNews } from './readCounts.ts'
import { positionOf } from './sequence.ts'
import type { StoredMessage } from './storedMessage.ts'
import type { Talk } from './talk.ts'
import { moderates } from './talk.ts'
import type { Asker, World } from './world.ts'

/** Takes a message: the same localId of the same sender is the same message, with the same answer, as long as the policy says so. */
export const send = (world: World, asker: Asker, { message }: { readonly message: OutgoingMessage }): Ack => {
  const before = sentBefore(world, asker.user, message)
  if (before !== undefined) return ackOf(world, before.message)
  const { body, ext } = message
  checkContent(world, { body, ext }, 'message.body')
  world.rateLimit.count(asker.user, world.now())
  const { refusalAfterAck, order } = world.policy.capabilities

  const place = placeOf(world, asker.user, message.conversation)
  const { talk } = place
  checkReferences(talk, message)
  checkMayCount(world, place, message)
  let judged: ReturnType<typeof judge>
  try {
    checkMayWrite(world, place)
    judged = judge(world, body, ext)
  } catch (error) {
    if (!refusalAfterAck || !isChatError(error)) throw error
    const taken = createMessage(world, asker.user, talk, { body: { type: 'unknown' } })
    world.later(() => refuse(world, asker, message.localId, error))
    return ackOf(world, taken)
  }
  const { content, replaced } = judged
  const stored = createMessage(world, asker.user, talk, content, message)
  if (replaced) stored.edited = { by: SERVER, as: 'server', at: stored.sentAt, version: world.nextVersion() }
  world.index.add({ talk, message: stored })
  const store = (): void => publish(world, asker, { talk, message: stored }, message.localId, replaced)
  if (order === 'late') world.later(store)
  else store()
  return ackOf(world, stored)
}

const sentBefore = (world: World, from: UserId, { localId, conversation }: OutgoingMessage): Found | undefined => {
  const { dedupe } = world.policy.capabilities
  const last = dedupe === 'none' ? undefined : world.index.sent(from, localId).at(-1)
  if (last === undefined) return undefined
  if (typeof dedupe === 'object' && last.message.sentAt + dedupe.windowMs < world.now()) return undefined
  if (last.talk.nameFor(from) !== conversation) {
    throw chatError('invalid', { path: 'message.localId', message: 'This localId names a message of another conversation.' })
  }
  return last
}

const ackOf = ({ policy }: World, { id, sequence, sentAt }: StoredMessage): Ack => ({
  id,
  ...(policy.capabilities.order === 'atAck' && { position: positionOf(sequence) }),
  at: sentAt,
})

const checkReferences = (talk: Talk, { conversation, to = [], replyTo }: OutgoingMessage): void => {
  for (const [index, recipient] of to.entries()) {
    if (talk.seats.get(recipient)?.state === 'member') continue
    throw chatError('invalid', { path: `message.to[${index}]`, message: `${recipient} isn't there.` })
  }
  if (replyTo?.conversation !== undefined && replyTo.conversation !== conversation) {
    throw chatError('invalid', {
      path: 'message.replyTo.conversation',
      message: 'An answer stands in the conversation of what it answers.',
    })
  }
}

/** Throws `forbidden` for who may not ask for a read count there. */
const checkMayCount = (world: World, { talk, seat }: Place, { wantsReadCount = false }: OutgoingMessage): void => {
  const free = world.policy.capabilities.readCountFor !== 'moderators' || talk.kind === 'direct'
  if (!wantsReadCount || free || moderates(talk, seat.user)) return
  throw chatError('forbidden', { path: 'message.wantsReadCount', message: 'Only owners and admins may ask for a read count.' })
}

/** After the ack. Its place in the order stays empty. */
const refuse = (world: World, { device }: Asker, localId: LocalId, error: ChatError): void => {
  if (device !== undefined)
    world.devices.tellDevice(device, { fact: (_viewer, origin) => ({ type: 'refused', origin, localId, error }) }, false)
}

/** Puts it into the log and tells everybody whom it concerns. */
const publish = (world: World, asker: Asker, { talk, message }: Found, localId: LocalId, replaced: boolean): void => {
  talk.log.put(message)
  world.files.shown(undefined, message.content?.body)
  const news = messageNews(world, talk, message)
  const { ownEcho, order } = world.policy.capabilities
  for (const user of audienceOf(talk, message)) {
    for (const device of world.devices.of(user)) {
      if (device !== asker.device || ownEcho) world.devices.tellDevice(device, news, device === asker.device)
      else if (order === 'late') world.devices.tellDevice(device, acceptance(localId, message), true)
    }
  }
  if (replaced) world.devices.tell([...audienceOf(talk, message)], editNews(world, talk, message), asker.device)
  if (message.tally !== undefined) world.devices.tell([message.from], countNews(world, talk, message), asker.device)
}

/** For a device that gets no copy of its own: where its message came to stand. */
const acceptance = (localId: LocalId, { id, sequence, sentAt }: StoredMessage) => ({
  fact: (_viewer: UserId, origin: Origin): AcceptedFact => ({
    type: 'accepted',
    origin,
    localId,
    ack: { id, position: positionOf(sequence), at: sentAt },
  }),
})
