import type { IconName } from '../icons.ts'

/** A line of a menu. */
export interface MenuItem {
  readonly id: string
  readonly label: string
  readonly icon: IconName
  readonly danger?: boolean
  /** Drawn in place of the icon, in the row at the top of the menu, with the label as its name. */
  readonly emoji?: string
  /** Whether it stands in that row. */
  readonly isQuick?: boolean
  /** Of what is on or off. */
  readonly isOn?: boolean
  readonly run: () => void
}
