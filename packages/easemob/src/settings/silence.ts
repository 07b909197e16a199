import type { ConversationId, ConversationPage, Op } from '@parlance/core'
import { conversationKind } from '@parlance/core'
import type { Place } from '../conversations.ts'
import { placeOf } from '../conversations.ts'
import type { PartContext } from '../part.ts'
import { beside } from '../requests/beside.ts'
import { said } from '../said.ts'
import { rawOf } from '../sdk/raw.ts'

/** Easemob tells of no more conversations at once. */
const MOST_AT_ONCE = 20
/** Easemob's word for no alerts at all; its others are `AT` and `ALL`. */
const NONE = 'NONE'

/** Whether what Easemob says of the alerts of a conversation is silence: alerts for mentions alone, or none for some hours, aren't. */
export const isSilent = (mode: unknown): boolean => rawOf(mode)['type'] === NONE

/** The alerts of conversations. */
export interface Silence {
  readonly change: (conversation: ConversationId, silenced: boolean, op?: Op) => Promise<void>
  /** Says of each line of a list whether it is silenced: the list itself doesn't know. */
  readonly read: (page: ConversationPage, op?: Op) => Promise<ConversationPage>
}

export const silence = ({ ask }: PartContext): Silence => {
  const change: Silence['change'] = async (conversation, silenced, op) => {
    const { chatType: type, to: conversationId } = placeOf(conversation)
    await ask(
      connection =>
        silenced
          ? connection.setSilentModeForConversation({ conversationId, type, options: { paramType: 0, remindType: NONE } })
          : connection.clearRemindTypeForConversation({ conversationId, type }),
      op,
    )
  }

  /** Which of some conversations are silenced; of none where Easemob doesn't answer. */
  const some = async (conversations: readonly ConversationId[], op?: Op): Promise<ReadonlyMap<ConversationId, boolean>> => {
    const conversationList = conversations.map(placeOf).map(({ chatType, to }) => ({ id: to, type: chatType }))
    // A list without them is better than none.
    const answer = await ask(connection => connection.getSilentModeForConversations({ conversationList }), beside(op)).catch(
      () => undefined,
    )
    if (answer === undefined) return new Map()
    const { user, group } = rawOf(rawOf(answer)['data'])
    const modeOf = ({ chatType, to }: Place): unknown => rawOf(chatType === 'singleChat' ? user : group)[to]
    // Of what was never set nothing is said.
    return new Map(conversations.map(one => [one, isSilent(modeOf(placeOf(one)))]))
  }

  const read: Silence['read'] = async (page, op) => {
    const ids = page.entries.map(({ id }) => id).filter(id => conversationKind(id) !== 'room')
    const batches: (readonly ConversationId[])[] = []
    for (let from = 0; from < ids.length; from += MOST_AT_ONCE) batches.push(ids.slice(from, from + MOST_AT_ONCE))
    const told = await Promise.all(batches.map(batch => some(batch, op)))
    const known = new Map(told.flatMap(one => [...one]))
    return { ...page, entries: page.entries.map(entry => said({ ...entry, silenced: known.get(entry.id) })) }
  }

  return { change, read }
}
