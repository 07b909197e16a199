import type { ReactNode } from 'react'
import type { IconName } from '../shared/icons.ts'
import { icons } from '../shared/icons.ts'

export const Icon = ({ name }: { readonly name: IconName }): ReactNode => (
  <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
    <path d={icons[name]} />
  </svg>
)
