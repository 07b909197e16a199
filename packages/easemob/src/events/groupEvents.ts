import type { ConversationId, Membership } from '@parlance/core'
import { group, room } from '@parlance/core'
import { userOf } from '../conversations.ts'
import type { SdkHandler } from '../sdk/handler.ts'
import type { Raw } from '../sdk/raw.ts'
import { listOf, rawOf, textOf } from '../sdk/raw.ts'
import type { EventContext } from './context.ts'

type Standing = Omit<Membership, 'conversation' | 'user'>

/** Who comes, goes and may do what in groups and rooms. */
export const groupEvents = ({ self, known, origin, tell, unreadable }: EventContext): SdkHandler => {
  const stand = (conversation: ConversationId, name: unknown, standing: Standing): void => {
    const user = userOf(textOf(name) ?? self)
    const { by, ...rest } = standing
    tell({
      type: 'membership',
      origin: origin(),
      membership: { conversation, user, ...rest, ...(by !== undefined && by !== user && { by }) },
    })
  }

  const rename = (id: ConversationId, name: unknown, picture?: unknown): void => {
    const [title, avatar] = [textOf(name), textOf(picture)]
    if (title === undefined && avatar === undefined) return
    const entry = { id, ...(title !== undefined && { title }), ...(avatar !== undefined && { avatar }) }
    tell({ type: 'conversation', origin: origin(), entry })
  }

  const take =
    (named: (id: string) => ConversationId) =>
    (payload: unknown): void => {
      const raw = rawOf(payload)
      const id = textOf(raw['id'])
      if (id === undefined) return unreadable('what happened to a group', payload)
      const conversation = named(id)
      known.meet(conversation)
      happened(conversation, raw)
    }

  const happened = (conversation: ConversationId, raw: Raw): void => {
    const { from, userId, members, name } = raw
    const by = userOf(textOf(from) ?? self)
    switch (raw['operation']) {
      case 'create':
        return stand(conversation, self, { state: 'member', role: 'owner' })
      case 'destroy':
        return stand(conversation, self, { state: 'dissolved', by })
      case 'inviteToJoin':
        rename(conversation, name)
        return stand(conversation, self, { state: 'invited', by })
      case 'directJoined':
        rename(conversation, name)
        return stand(conversation, self, { state: 'member', by })
      case 'acceptRequest':
        return stand(conversation, self, { state: 'member', by })
      case 'joinPublicGroupDeclined':
        return stand(conversation, userId, { state: 'left', by })
      case 'requestToJoin':
        return stand(conversation, from, { state: 'requested' })
      case 'acceptInvite':
      case 'memberPresence':
        return stand(conversation, from, { state: 'member' })
      case 'rejectInvite':
      case 'memberAbsence':
        return stand(conversation, from, { state: 'left' })
      case 'membersPresence':
      case 'membersAbsence':
        for (const member of listOf(members)) stand(conversation, member, { state: raw['operation'] === 'membersPresence' ? 'member' : 'left' })
        return
      case 'setAdmin':
        return stand(conversation, userId, { state: 'member', role: 'admin', by })
      case 'muteMember':
      case 'unmuteMember':
        return stand(conversation, userId, { state: 'member', muted: raw['operation'] === 'muteMember', by })
      case 'updateInfo':
        return rename(conversation, rawOf(raw['detail'])['name'], rawOf(raw['detail'])['avatar'])
    }
  }

  /** The newer events of these don't say whom they are about. */
  const older = (payload: unknown): void => {
    const { type, gid, from, to, chatroom } = rawOf(payload)
    const id = textOf(gid)
    if (id === undefined) return
    const conversation = chatroom === true ? room(id) : group(id)
    const by = userOf(textOf(from) ?? self)
    if (type === 'removedFromGroup') stand(conversation, to, { state: 'removed', by })
    if (type === 'removeAdmin') stand(conversation, to, { state: 'member', role: 'member', by })
    if (type === 'changeOwner') {
      stand(conversation, to, { state: 'member', role: 'owner', by })
      stand(conversation, from, { state: 'member', role: 'member' })
    }
  }

  return { onGroupEvent: take(group), onChatroomEvent: take(room), onGroupChange: older, onChatroomChange: older }
}
