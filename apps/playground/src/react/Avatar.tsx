import type { Presence } from '@parlance/core'
import type { CSSProperties, ReactNode } from 'react'
import { hueOf } from '../shared/format/hueOf.ts'
import { initials } from '../shared/format/initials.ts'
import { stateLabels } from '../shared/wording/presenceLabel.ts'

export interface AvatarProps {
  readonly name: string
  /** Its URL; the initials stand until it is there. */
  readonly picture?: string | undefined
  readonly presence?: Presence | undefined
  readonly className?: string
}

export const Avatar = ({ name, picture, presence, className = '' }: AvatarProps): ReactNode => {
  const style: CSSProperties & Record<'--hue', number> = { '--hue': hueOf(name) }
  return (
    <span className={`avatar ${className}`} style={style} data-initials={initials(name)} aria-hidden="true">
      {picture !== undefined && <img className="avatar-picture" src={picture} alt="" />}
      {presence !== undefined && (
        <span className="presence" title={stateLabels[presence.state]} data-testid="presence" data-state={presence.state} />
      )}
    </span>
  )
}
