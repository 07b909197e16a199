import type { ConversationId, Op } from '@parlance/core'
import { chatError } from '@parlance/core'
import { placeOf } from '../conversations.ts'
import type { PartContext } from '../part.ts'
import type { SdkConnection } from '../sdk/connection.ts'

/** Into groups and rooms, and out of them; who was invited accepts by coming, and declines by leaving. */
export const comings = ({ self, ask, link, known }: PartContext, invited: ReadonlySet<ConversationId>) => {
  const enter = (connection: SdkConnection, id: string, isInvited: boolean): Promise<unknown> =>
    isInvited ? connection.acceptGroupInvite({ groupId: id, invitee: self }) : connection.joinGroup({ groupId: id, message: '' })
  const quit = (connection: SdkConnection, id: string, isInvited: boolean): Promise<unknown> =>
    isInvited ? connection.rejectGroupInvite({ groupId: id, invitee: self }) : connection.leaveGroup({ groupId: id })

  const come = async (conversation: ConversationId, state: 'member' | 'left', op?: Op): Promise<void> => {
    const { chatType, to } = placeOf(conversation)
    if (chatType === 'singleChat') throw chatError('invalid')
    const isInvited = invited.has(conversation)
    known.meet(conversation)
    await ask(connection => {
      if (chatType === 'chatRoom')
        return state === 'member' ? connection.joinChatRoom({ roomId: to }) : connection.leaveChatRoom({ roomId: to })
      return state === 'member' ? enter(connection, to, isInvited) : quit(connection, to, isInvited)
    }, op)
    link.tell({ type: 'membership', origin: 'echo', membership: { conversation, user: self, state } })
  }

  return {
    join: (conversation: ConversationId, op?: Op): Promise<void> => come(conversation, 'member', op),
    leave: (conversation: ConversationId, op?: Op): Promise<void> => come(conversation, 'left', op),
  }
}
