import type { ConversationId, MessageRef, RemoteMessage, UserId } from '@parlance/core'
import { conversationAt, userOf } from '../conversations.ts'
import { positionOf } from '../positions.ts'
import { said } from '../said.ts'
import type { Raw } from '../sdk/raw.ts'
import { amountOf, idOf, rawOf, textOf, textsOf } from '../sdk/raw.ts'
import { bodyFromSdk } from './bodyFromSdk.ts'
import { unpackExt } from './ext.ts'

/** A message of the SDK as the core knows it, or `undefined` if it can't be told which it is or where it belongs. */
export const messageFromSdk = (raw: Raw, self: UserId): (RemoteMessage & { readonly id: string }) | undefined => {
  const [id, from] = [idOf(raw['id']), textOf(raw['from'])]
  const conversation = conversationFor(raw, self)
  if (id === undefined || from === undefined || conversation === undefined) return undefined
  const beside = unpackExt(raw)
  const { ext, reserved } = beside
  const to = textsOf(reserved['to'])
  return said({
    id,
    conversation,
    from: userOf(from),
    body: bodyFromSdk(raw, beside),
    localId: textOf(reserved['id']),
    position: positionOf(id),
    sentAt: amountOf(raw['time']),
    ext,
    to: to.length > 0 ? to : undefined,
    replyTo: answered(rawOf(reserved['replyTo']), conversation),
    forwardedFrom: textOf(reserved['forwardedFrom']),
    wantsReadCount: rawOf(raw['msgConfig'])['allowGroupAck'] === true ? true : undefined,
  })
}

/** Between two, a conversation is named for the other one. */
const conversationFor = (raw: Raw, self: UserId): ConversationId | undefined => {
  const [from = '', to] = [textOf(raw['from']), textOf(raw['to'])]
  if (raw['chatType'] !== 'singleChat' || to === undefined) return conversationAt(raw['chatType'], to)
  return conversationAt('singleChat', userOf(userOf(from) === self ? to : from))
}

const answered = (raw: Raw, conversation: ConversationId): MessageRef | undefined => {
  const [id, from, localId] = [textOf(raw['id']), textOf(raw['from']), textOf(raw['localId'])]
  return (id ?? localId) === undefined ? undefined : said({ conversation, id, from, localId })
}
