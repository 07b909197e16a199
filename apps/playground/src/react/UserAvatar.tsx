import type { UserId } from '@parlance/core'
import { usePresence, useUser } from '@parlance/react'
import type { ReactNode } from 'react'
import { Avatar } from './Avatar.tsx'

export interface UserAvatarProps {
  readonly user: UserId
  /** Whether it says if they are there. */
  readonly withPresence?: boolean
  readonly className?: string
}

export const UserAvatar = ({ user, withPresence = false, className = '' }: UserAvatarProps): ReactNode => {
  const { name, avatar } = useUser(user)
  const presence = usePresence(withPresence ? user : undefined)
  return <Avatar name={name} picture={avatar} presence={presence} className={className} />
}
