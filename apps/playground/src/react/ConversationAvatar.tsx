import type { Conversation } from '@parlance/core'
import { conversationKind, conversationName } from '@parlance/core'
import type { ReactNode } from 'react'
import { Avatar } from './Avatar.tsx'
import { UserAvatar } from './UserAvatar.tsx'

export interface ConversationAvatarProps {
  readonly conversation: Conversation
  readonly title: string
}

/** The other one of a conversation between two, or the group. */
export const ConversationAvatar = ({ conversation: { id, avatar }, title }: ConversationAvatarProps): ReactNode =>
  conversationKind(id) === 'direct' ? (
    <UserAvatar user={conversationName(id)} withPresence />
  ) : (
    <Avatar name={title} picture={avatar} className="is-shared" />
  )
