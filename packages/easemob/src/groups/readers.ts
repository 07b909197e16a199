import type { MessageRef, Op, Page, Reader } from '@parlance/core'
import { chatError } from '@parlance/core'
import { placeOf, userOf } from '../conversations.ts'
import type { PartContext } from '../part.ts'
import { target } from '../requests/target.ts'
import { said } from '../said.ts'
import { rawOf, textsOf } from '../sdk/raw.ts'

/** Who has read a group message: Easemob names the first 500 at once, and no more. */
export const readers = ({ known, ask }: PartContext) => ({
  async readers(ref: MessageRef, { after, count }: { readonly after?: string; readonly count: number }, op?: Op): Promise<Page<Reader>> {
    const { id, conversation } = target(known, ref)
    const { chatType, to } = placeOf(conversation)
    if (chatType !== 'groupChat') throw chatError('unsupported')
    const { data } = rawOf(await ask(connection => connection.getGroupMsgReadUser({ msgId: id, groupId: to }), op))
    const users = textsOf(rawOf(data)['userlist'])
    const begin = Number(after ?? 0)
    const end = begin + count
    return said({
      items: users.slice(begin, end).map(user => ({ user: userOf(user) })),
      next: end < users.length ? String(end) : undefined,
    })
  },
})
