import { readableCell } from '@parlance/core/testing'
import { expect, it } from 'vitest'
import { createQuiet } from './quiet.ts'

const setUp = () => {
  const state = { still: true, quiet: false }
  const quiet = createQuiet({ still: () => state.still, isCut: user => user === 'cut' })
  const settle = async () => {
    for (let n = 0; n < 20; n++) await Promise.resolve()
    return state.quiet
  }
  const wait = () => void quiet.quiet().then(() => (state.quiet = true))
  return { state, quiet, settle, wait }
}
const task = () => {
  const waiting: (() => void)[] = []
  return {
    idle: () => new Promise<void>(resolve => waiting.push(resolve)),
    end: () => waiting.splice(0).forEach(resolve => resolve()),
    asked: () => waiting.length,
  }
}

it('waits until all is still', async () => {
  const { state, quiet, settle, wait } = setUp()
  state.still = false
  wait()
  expect(await settle()).toBe(false)
  quiet.moved()
  expect(await settle()).toBe(false)
  state.still = true
  quiet.moved()
  expect(await settle()).toBe(true)
})

it('waits for every watched chat, and looks again if something moved meanwhile', async () => {
  const { quiet, settle, wait } = setUp()
  const [one, two] = [task(), task()]
  quiet.watch(one)
  quiet.watch(two)
  wait()
  await settle()
  one.end()
  expect(await settle()).toBe(false)
  quiet.moved()
  two.end()
  expect(await settle()).toBe(false)
  expect([one.asked(), two.asked()]).toEqual([1, 1])
  one.end()
  two.end()
  expect(await settle()).toBe(true)
})

it('waits for nobody who isn’t watched any more, or is cut off', async () => {
  const { quiet, settle, wait } = setUp()
  const connection = readableCell<{ state: string }>({ state: 'connecting' })
  quiet.watch({ ...task(), self: 'cut', connection })
  const stop = quiet.watch({ ...task(), connection })
  wait()
  expect(await settle()).toBe(false)
  stop()
  expect(await settle()).toBe(true)
})

it.each([
  [{ state: 'connecting' }, false],
  [{ state: 'syncing' }, false],
  [{ state: 'offline', retryAt: 5 }, false],
  [{ state: 'offline' }, true],
  [{ state: 'online' }, true],
  [{ state: 'closed' }, true],
])('takes a chat that is %o for at rest: %s', async (connection, rest) => {
  const { quiet, settle, wait } = setUp()
  const cell = readableCell<{ state: string; retryAt?: number }>(connection)
  quiet.watch({ idle: () => Promise.resolve(), connection: cell })
  wait()
  expect(await settle()).toBe(rest)
  cell.set({ state: 'online' })
  expect(await settle()).toBe(true)
})
