import type { ChatError, Outcome, Readable } from '@parlance/core'
import { createCell } from '../cell.ts'

/** How the last command of a form or a menu is going. */
export interface Attempt {
  readonly isRunning: boolean
  /** Why it didn't go. */
  readonly error: ChatError | undefined
}

/** Commands whose end somebody waits for. */
export interface Attempts {
  readonly state: Readable<Attempt>
  /** Resolves with whether it went. */
  readonly run: (command: Promise<Outcome<unknown>>) => Promise<boolean>
  /** The error has been seen. */
  readonly clear: () => void
}

const idle: Attempt = { isRunning: false, error: undefined }

export const createAttempts = (): Attempts => {
  const state = createCell(idle)
  let latest: Promise<Outcome<unknown>> | undefined
  return {
    state,
    run: async command => {
      latest = command
      state.set({ isRunning: true, error: undefined })
      const outcome = await command
      // Another one was begun meanwhile: that one is shown.
      if (latest === command) state.set({ isRunning: false, error: outcome.ok ? undefined : outcome.error })
      return outcome.ok
    },
    clear: () => state.set(idle),
  }
}
