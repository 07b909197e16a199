import type { Readable } from '@parlance/core'
import { createCell } from '../cell.ts'

/** A few words on what has just happened, which go by themselves. */
export interface Hint {
  readonly text: Readable<string | undefined>
  readonly say: (text: string) => void
}

const SHOWN_MS = 5_000

export const createHint = (): Hint => {
  const text = createCell<string | undefined>(undefined)
  let timer: ReturnType<typeof setTimeout> | undefined
  return {
    text,
    say: words => {
      clearTimeout(timer)
      text.set(words)
      timer = setTimeout(() => text.set(undefined), SHOWN_MS)
    },
  }
}
