import type { ConversationId, MessageRef, RemoteMessage, UserId } from '@parlance/core'
import { conversationAt, userOf } from '../conversations.ts'
import { positionOf } from '../positions.ts'
import type { Raw } from '../sdk/raw.ts'
import { amountOf, listOf, rawOf, textOf } from '../sdk/raw.ts'
import { bodyFromSdk } from './bodyFromSdk.ts'
import { unpackExt } from './ext.ts'

/** A message of the SDK as the core knows it, or `undefined` if it can't be told which it is or where it belongs. */
export const messageFromSdk = (raw: Raw, self: UserId): RemoteMessage | undefined => {
  const id = textOf(raw['id'])
  const from = textOf(raw['from'])
  const conversation = conversationFor(raw, self)
  if (id === undefined || from === undefined || conversation === undefined) return undefined
  const beside = unpackExt(raw)
  const { ext, reserved } = beside
  const localId = textOf(reserved['id'])
  const position = positionOf(id)
  const sentAt = amountOf(raw['time'])
  const to = listOf(reserved['to']).flatMap(user => textOf(user) ?? [])
  const replyTo = refOf(reserved['replyTo'], conversation)
  const forwardedFrom = textOf(reserved['forwardedFrom'])
  return {
    id,
    conversation,
    from: userOf(from),
    body: bodyFromSdk(raw, beside),
    ...(localId !== undefined && { localId }),
    ...(position !== undefined && { position }),
    ...(sentAt !== undefined && { sentAt }),
    ...(ext !== undefined && { ext }),
    ...(to.length > 0 && { to }),
    ...(replyTo !== undefined && { replyTo }),
    ...(forwardedFrom !== undefined && { forwardedFrom }),
    ...(rawOf(raw['msgConfig'])['allowGroupAck'] === true && { wantsReadCount: true }),
  }
}

/** Between two, a conversation is named for the other one. */
const conversationFor = (raw: Raw, self: UserId): ConversationId | undefined => {
  const [from, to] = [textOf(raw['from']), textOf(raw['to'])]
  if (raw['chatType'] !== 'singleChat' || from === undefined || to === undefined) return conversationAt(raw['chatType'], to)
  return conversationAt('singleChat', userOf(from) === self ? userOf(to) : userOf(from))
}

const refOf = (value: unknown, conversation: ConversationId): MessageRef | undefined => {
  const { id, from, localId } = rawOf(value)
  const names = {
    ...(typeof id === 'string' && { id }),
    ...(typeof from === 'string' && { from }),
    ...(typeof localId === 'string' && { localId }),
  }
  return Object.keys(names).length === 0 ? undefined : { conversation, ...names }
}
