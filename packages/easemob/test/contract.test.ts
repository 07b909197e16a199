import { transportContract } from '@parlance/core/testing'
import { afterAll, describe, expect, it } from 'vitest'
import { easemobContract } from './easemobContract.ts'

describe.each(['easemob-websdk', 'agora-chat'] as const)('the contract of transports, over %s', async name => {
  const backend = await easemobContract(name)
  afterAll(() => backend.server.close())
  for (const { name: sentence, applies, run } of transportContract(backend)) {
    if (applies === true) it(sentence, run)
  }
  it('[CVG1] is tried', () => expect(backend.capabilities.reconnects).toBe('transport'))
})
