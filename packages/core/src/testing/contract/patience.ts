import { macrotask } from '../macrotask.ts'
import type { ContractBackend } from './contractBackend.ts'

/** How checks wait: by moving the backend's clock if there is one to move, else by the machine's. */
export interface Patience {
  /** What a promise comes to, time passing meanwhile. Throws a sentence if nothing does. */
  wait<T>(promise: Promise<T>, what: () => string): Promise<T>
  /** The least that can pass: a millisecond of the backend's clock, or a turn of the event loop. */
  turn(): Promise<void>
}

const PATIENCE_MS = 10_000
/** A moved clock runs ahead of what takes real time (files, digests): that gets this part of the patience before anybody gives up. */
const REAL_SHARE = 0.5
const STEP_MS = 5

export const createPatience = ({ advance, patienceMs = PATIENCE_MS }: Pick<ContractBackend, 'advance' | 'patienceMs'>): Patience => {
  const inVain = (what: () => string): Error => new Error(`Waited ${patienceMs} ms in vain for ${what()}.`)

  if (advance === undefined) {
    return {
      wait: (promise, what) =>
        new Promise((resolve, reject) => {
          const timer = setTimeout(() => reject(inVain(what)), patienceMs)
          const settled = (): void => clearTimeout(timer)
          promise.then(resolve, reject).then(settled, settled)
        }),
      turn: macrotask,
    }
  }
  return {
    async wait(promise, what) {
      let settled = false
      const settle = (): void => {
        settled = true
      }
      promise.then(settle, settle)
      await Promise.resolve()
      const begun = performance.now()
      for (let passed = 0; !hasSettled(); passed += STEP_MS) {
        const left = begun + patienceMs * REAL_SHARE - performance.now()
        if (passed > patienceMs && left <= 0) throw inVain(what)
        if (passed > patienceMs) await new Promise(resolve => setTimeout(resolve, Math.min(left, STEP_MS)))
        await advance(STEP_MS)
      }
      return promise

      function hasSettled(): boolean {
        return settled
      }
    },
    turn: () => advance(1),
  }
}
