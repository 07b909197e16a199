import type { SandboxBackend } from '@parlance/sandbox'
import type { StoryClock } from '../storyClock.ts'
import { doDeed } from './doDeed.ts'
import { makeAcquainted } from './makeAcquainted.ts'
import { steps } from './steps.ts'

const MINUTE = 60_000

/** Lets the sandbox's users have done what the story says, at the times that it says. */
export const tellStory = (backend: SandboxBackend, clock: StoryClock): void => {
  makeAcquainted(backend)
  const now = Date.now()
  for (const step of steps) {
    clock.show(now - step.ago * MINUTE)
    doDeed(backend, step)
  }
  clock.show(undefined)
}
