import type { Readable } from '@parlance/core'
import type { Cell } from '../cell.ts'
import { createCell } from '../cell.ts'
import type { Settings } from '../settings/settings.ts'
import { askToNotify } from './mayNotify.ts'
import { playBeep } from './playBeep.ts'

/** The switches for how new messages make themselves known. */
export interface AlertSwitches {
  /** Turned on, it asks the browser first. */
  readonly setNotifications: (on: boolean) => Promise<void>
  /** Turned on, it is heard at once. */
  readonly setSound: (on: boolean) => void
  /** Why a switch doesn't stay on. */
  readonly note: Readable<string>
}

export const createAlertSwitches = (settings: Cell<Settings>): AlertSwitches => {
  const note = createCell('')
  const change = (alerts: Partial<Settings['alerts']>): void =>
    settings.set({ ...settings.get(), alerts: { ...settings.get().alerts, ...alerts } })
  return {
    setNotifications: async on => {
      const may = !on || (await askToNotify())
      note.set(may ? '' : 'This browser doesn’t let the page show notifications.')
      change({ notifications: on && may })
    },
    setSound: on => {
      change({ sound: on })
      if (on) playBeep()
    },
    note,
  }
}
