import { afterAll, describe } from 'vitest'
import { easemobContract } from './easemobContract.ts'
import { itKeepsTheContract, itsExceptionsStand } from './itKeepsTheContract.ts'

describe.each(['easemob-websdk', 'agora-chat'] as const)('the contract of transports, over %s in Node', async name => {
  const backend = await easemobContract(name)
  afterAll(() => backend.close())
  itKeepsTheContract(backend)
  itsExceptionsStand(backend)
})
