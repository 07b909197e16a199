import type { UserId } from '@parlance/core'
import type { Cell } from '../cell.ts'
import { createCell } from '../cell.ts'
import type { Settings } from './settings.ts'
import { readSettings } from './settings.ts'

/** Somebody's settings, kept in this browser. */
export const createSettings = (user: UserId): Cell<Settings> => {
  const name = `parlance-settings-${user}`
  const settings = createCell(readSettings(stored(name)))
  const kept = settings.get()
  settings.subscribe(now => {
    if (now !== kept) localStorage.setItem(name, JSON.stringify(now))
  })
  return settings
}

const stored = (name: string): unknown => {
  try {
    return JSON.parse(localStorage.getItem(name) ?? 'null')
  } catch {
    return undefined
  }
}
