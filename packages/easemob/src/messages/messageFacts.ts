import type { Fact, Origin, RemoteMessage, UserId } from '@parlance/core'
import { conversationKind, conversationName } from '@parlance/core'
import type { WithParts } from '../part.ts'
import { said } from '../said.ts'
import type { Raw } from '../sdk/raw.ts'
import { amountOf, rawOf, textOf } from '../sdk/raw.ts'

/** What a message of the SDK tells besides itself: that it was edited, and, of a page, who has it and has read it. */
export const messageFacts = (
  raw: Raw,
  message: RemoteMessage & { readonly id: string },
  origin: Origin,
  { self, parts }: WithParts & { readonly self: UserId },
): readonly Fact[] => {
  const { conversation, id, body, ext, from } = message
  const target = { conversation, id }
  const edit = editIn(raw)
  // Pages tell of my messages to somebody whether he has them, and has read them.
  const isTold = from === self && conversationKind(conversation) === 'direct'
  const receipt = (kind: 'delivered' | 'read'): readonly Fact[] =>
    isTold ? [{ type: 'receipt', origin, conversation, user: conversationName(conversation), kind, target: { exactly: [target] } }] : []
  return [
    { type: 'message', origin, message },
    // Bodies come as they are now.
    ...(edit === undefined ? [] : [editedFact(edit, from, { origin, target, body, ext })]),
    ...(raw['isDelivered'] === true ? receipt('delivered') : []),
    ...(raw['isRead'] === true ? receipt('read') : []),
    ...parts.flatMap(({ besides }) => besides?.(raw, target, origin) ?? []),
  ]
}

/** The last edit of a message, as Easemob has it. */
export interface Edit {
  readonly by?: UserId
  readonly at?: number
  readonly version: string
}

/** Easemob counts the edits of a message: that is their version, and the time where the count stays. */
export const editIn = (raw: Raw): Edit | undefined => {
  const { operationCount, operatorId, operationTime } = rawOf(raw['modifiedInfo'])
  const count = amountOf(operationCount)
  const at = amountOf(operationTime)
  const version = [count, at].map((number = 0) => String(number).padStart(16, '0')).join('-')
  return count === undefined ? undefined : said({ version, by: textOf(operatorId), at })
}

interface Edited extends Pick<RemoteMessage, 'body'> {
  readonly origin: Origin
  readonly target: { readonly id: string }
  readonly ext: RemoteMessage['ext'] | undefined
}

export const editedFact = ({ by, at, version }: Edit, author: UserId, edited: Edited): Fact =>
  said({ type: 'edited', ...edited, by: by ?? author, as: (by ?? author) === author ? 'author' : 'moderator', at, version })
