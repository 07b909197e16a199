import type { Range } from '@tanstack/virtual-core'
import { defaultRangeExtractor } from '@tanstack/virtual-core'
import type { Row } from './row.ts'

/** The row that has the focus. Keys go where the focus is: it stays drawn, wherever the list is scrolled to. */
export interface FocusedRow {
  readonly watch: (element: HTMLElement, signal: AbortSignal) => void
  /** The rows that are drawn of a list: those of a range, and this one. */
  readonly drawnWith: (range: Range) => number[]
}

export interface FocusedRowOptions {
  readonly drawnRows: () => readonly Row[]
  readonly indexOf: (key: string) => number
}

export const createFocusedRow = ({ drawnRows, indexOf }: FocusedRowOptions): FocusedRow => {
  let key: string | undefined
  const entered = ({ target }: FocusEvent): void => {
    const row = target instanceof Element ? target.closest<HTMLElement>('.timeline-row') : null
    const index = Number(row?.dataset['index'] ?? -1)
    key = drawnRows().find(one => one.index === index)?.key
  }
  const left = (): void => {
    key = undefined
  }
  return {
    watch: (element, signal) => {
      element.addEventListener('focusin', entered, { signal })
      element.addEventListener('focusout', left, { signal })
      signal.addEventListener('abort', left)
    },
    drawnWith: range => {
      const indexes = defaultRangeExtractor(range)
      const focused = key === undefined ? -1 : indexOf(key)
      return focused < 0 || indexes.includes(focused) ? indexes : [...indexes, focused].sort((one, other) => one - other)
    },
  }
}
