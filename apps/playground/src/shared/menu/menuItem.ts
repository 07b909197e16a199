import type { IconName } from '../icons.ts'

/** A line of a menu. */
export interface MenuItem {
  readonly id: string
  readonly label: string
  readonly icon: IconName
  readonly danger?: boolean
  readonly run: () => void
}
