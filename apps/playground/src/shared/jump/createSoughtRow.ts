import type { Readable } from '@parlance/core'
import { createCell } from '../cell.ts'
import { part } from '../focus/part.ts'

/** The message that somebody went to: stands out for a moment, and has the focus. */
export interface SoughtRow {
  /** Its key, while it stands out. */
  readonly found: Readable<string | undefined>
  /** It is scrolled to now, and will be drawn. */
  readonly find: (key: string) => void
  /** To be called when rows were drawn. */
  readonly drawnIn: (list: HTMLElement) => void
  readonly stop: () => void
}

const SHOWN_MS = 2_000

export const createSoughtRow = (): SoughtRow => {
  const found = createCell<string | undefined>(undefined)
  let unfocused: string | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const stop = (): void => {
    clearTimeout(timer)
    unfocused = undefined
    found.set(undefined)
  }
  return {
    found,
    find: key => {
      stop()
      unfocused = key
      found.set(key)
      timer = setTimeout(() => found.set(undefined), SHOWN_MS)
    },
    drawnIn: list => {
      if (unfocused === undefined) return
      const message = list.querySelector<HTMLElement>(part.message(unfocused))
      if (message === null) return
      unfocused = undefined
      message.focus({ preventScroll: true })
    },
    stop,
  }
}
