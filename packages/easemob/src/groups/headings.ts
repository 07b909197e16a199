import type { ConversationEntry, ConversationPage, Op } from '@parlance/core'
import { conversationKind, conversationName } from '@parlance/core'
import type { PartContext } from '../part.ts'
import { beside } from '../requests/beside.ts'
import { said } from '../said.ts'
import { amountOf, listOf, rawOf, textOf } from '../sdk/raw.ts'

/** Gives groups their title, picture and size: Easemob's list of conversations knows ids only. */
export const headings =
  ({ ask }: PartContext) =>
  async (page: ConversationPage, op?: Op): Promise<ConversationPage> => {
    const groupId = page.entries.flatMap(({ id }) => (conversationKind(id) === 'group' ? [conversationName(id)] : []))
    if (groupId.length === 0) return page
    // A list without titles is better than none.
    const answer = await ask(connection => connection.getGroupInfo({ groupId }), beside(op)).catch(() => undefined)
    const known = new Map(
      listOf(rawOf(answer)['data']).map(value => {
        const { id, name, avatar, affiliations_count: members } = rawOf(value)
        return [textOf(id), said({ title: textOf(name), avatar: textOf(avatar), members: amountOf(members) })]
      }),
    )
    const headed = (entry: ConversationEntry): ConversationEntry =>
      conversationKind(entry.id) === 'group' ? { ...entry, ...known.get(conversationName(entry.id)) } : entry
    return { ...page, entries: page.entries.map(headed) }
  }
