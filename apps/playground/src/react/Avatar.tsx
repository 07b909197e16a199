import type { CSSProperties, ReactNode } from 'react'
import { hueOf } from '../shared/format/hueOf.ts'
import { initials } from '../shared/format/initials.ts'

export interface AvatarProps {
  readonly name: string
  readonly className?: string
}

export const Avatar = ({ name, className = '' }: AvatarProps): ReactNode => {
  const style: CSSProperties & Record<'--hue', number> = { '--hue': hueOf(name) }
  return (
    <span className={`avatar ${className}`} style={style} aria-hidden="true">
      {initials(name)}
    </span>
  )
}
