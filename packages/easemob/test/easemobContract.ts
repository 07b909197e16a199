import type { ContractBackend } from '@parlance/core/testing'
import { WebSocket } from 'ws'
import type { SdkName } from '../test-server/sdk/loadSdk.ts'
import { contractIn } from './contractIn.ts'
import { createWorld } from './createWorld.ts'
import { hurriedSdk } from './hurriedSdk.ts'
import { userNetworks } from './userNetworks.ts'

/** A world with an SDK in Node. */
export const easemobContract = async (name: SdkName): Promise<ContractBackend & { close(): Promise<void> }> => {
  const world = await createWorld()
  const networks = userNetworks(WebSocket)
  return { ...contractIn(world, hurriedSdk(name, networks), networks), close: () => world.close() }
}
