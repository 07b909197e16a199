import type { Outcome } from '@parlance/core'
import { chatError } from '@parlance/core'
import { describe, expect, it } from 'vitest'
import { createAttempts } from './createAttempts.ts'

const offline: Outcome = { ok: false, error: chatError('offline') }
const done: Outcome = { ok: true, value: undefined }

describe('a command whose end is waited for', () => {
  it('says that it runs, whether it went, and why not', async () => {
    const { state, run, clear } = createAttempts()
    const running = run(Promise.resolve(offline))
    expect(state.get()).toEqual({ isRunning: true, error: undefined })
    expect(await running).toBe(false)
    expect(state.get().error?.code).toBe('offline')
    clear()
    expect(state.get()).toEqual({ isRunning: false, error: undefined })
    expect(await run(Promise.resolve(done))).toBe(true)
  })

  it('is silent about one that another one followed', async () => {
    const { state, run } = createAttempts()
    let fail: (outcome: Outcome) => void = () => {}
    const before = run(new Promise<Outcome>(resolve => (fail = resolve)))
    await run(Promise.resolve(done))
    fail(offline)
    expect(await before).toBe(false)
    expect(state.get()).toEqual({ isRunning: false, error: undefined })
  })
})
