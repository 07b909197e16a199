import type { UserId } from '@parlance/core'
import type { ReactNode } from 'react'
import { typingLabel } from '../shared/wording/typingLabel.ts'
import { useNameOf } from './useNameOf.ts'

export const Typing = ({ users }: { readonly users: readonly UserId[] }): ReactNode => {
  const { who, does } = typingLabel(users, useNameOf())
  return (
    <span className="typing">
      <bdi className="typing-who">{who}</bdi>
      <span className="typing-does"> {does}</span>
    </span>
  )
}
