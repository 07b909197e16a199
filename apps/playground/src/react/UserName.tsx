import type { UserId } from '@parlance/core'
import { useUser } from '@parlance/react'
import type { ReactNode } from 'react'

export const UserName = ({ user }: { readonly user: UserId }): ReactNode => <bdi>{useUser(user).name}</bdi>
