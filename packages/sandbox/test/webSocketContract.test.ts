import { transportContract } from '@parlance/core/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { webSocketContract } from './webSocketContract.ts'

describe('the WebSocket transport and the sandbox’s server', () => {
  const backend = webSocketContract({})
  beforeAll(backend.start)
  afterAll(backend.stop)

  const checks = transportContract(backend)
  for (const { name, applies, run } of checks) if (applies === true) it(name, run)

  it('checks everything but what needs another time', () => {
    const left = checks.filter(({ applies }) => applies !== true)
    for (const { applies } of left) expect(applies).toMatch(/clock can’t be moved$/)
    expect(left.map(({ name }) => name)).toEqual([
      '[SND5] the same localId an hour later is one message [dedupe: always]',
      '[LNK1] a link on which nothing is heard any more is given up',
      '[RCL4] a recall after the window is refused with recallTooLate, within it it isn’t [recall.windowMs]',
      'an edit after the window is refused with editTooLate [edit.windowMs]',
    ])
  })
})
