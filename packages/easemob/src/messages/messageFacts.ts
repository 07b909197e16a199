import type { Fact, Origin, RemoteMessage, UserId } from '@parlance/core'
import { conversationKind, conversationName } from '@parlance/core'
import type { Raw } from '../sdk/raw.ts'
import { amountOf, rawOf, textOf } from '../sdk/raw.ts'
import { reactionsOf } from './reactionFacts.ts'

/** What a message of the SDK tells besides itself: that it was edited, who has put what to it, and, of a page, who has it and has read it. */
export const messageFacts = (raw: Raw, message: RemoteMessage, origin: Origin, self: UserId): readonly Fact[] => [
  { type: 'message', origin, message },
  ...editOf(raw, message, origin),
  ...reactionsOf(raw['reactions'], message, origin),
  ...receiptsOf(raw, message, origin, self),
]

/** Bodies come as they are now. */
const editOf = (raw: Raw, { id, conversation, body, ext, from }: RemoteMessage, origin: Origin): readonly Fact[] => {
  const edit = modification(raw)
  if (edit === undefined || id === undefined) return []
  const { by, at, version } = edit
  return [
    {
      type: 'edited',
      origin,
      target: { conversation, id },
      body,
      by: by ?? from,
      as: (by ?? from) === from ? 'author' : 'moderator',
      version,
      ...(ext !== undefined && { ext }),
      ...(at !== undefined && { at }),
    },
  ]
}

/** Easemob counts the edits of a message: that is their version. */
export const modification = (raw: Raw): { readonly by?: UserId; readonly at?: number; readonly version: string } | undefined => {
  const { operationCount, operatorId, operationTime } = rawOf(raw['modifiedInfo'])
  const count = amountOf(operationCount)
  if (count === undefined) return undefined
  const [by, at] = [textOf(operatorId), amountOf(operationTime)]
  return { version: String(count).padStart(6, '0'), ...(by !== undefined && { by }), ...(at !== undefined && { at }) }
}

/** Pages tell of my messages to somebody whether he has them, and has read them. */
const receiptsOf = (raw: Raw, { id, conversation, from }: RemoteMessage, origin: Origin, self: UserId): readonly Fact[] => {
  if (from !== self || id === undefined || conversationKind(conversation) !== 'direct') return []
  const user = conversationName(conversation)
  const kinds = [...(raw['isDelivered'] === true ? (['delivered'] as const) : []), ...(raw['isRead'] === true ? (['read'] as const) : [])]
  return kinds.map(kind => ({ type: 'receipt', origin, conversation, user, kind, target: { exactly: [{ conversation, id }] } }))
}
