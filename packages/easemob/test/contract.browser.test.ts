import agora from 'agora-chat/Agora-chat.js?raw'
import easemob from 'easemob-websdk/Easemob-chat.js?raw'
import { describe, inject } from 'vitest'
import { contractIn } from './contractIn.ts'
import { itKeepsTheContract } from './itKeepsTheContract.ts'
import { sdkIn } from './sdkIn.ts'
import { userNetworks } from './userNetworks.ts'
import type { World, WorldCalls } from './world.ts'

/** The world in Node. */
const world = (): World => {
  const { calls, ...rest } = inject('easemobWorld')
  const call =
    <Name extends keyof WorldCalls>(name: Name) =>
    async (...parameters: Parameters<WorldCalls[Name]>): Promise<Awaited<ReturnType<WorldCalls[Name]>>> => {
      const response = await fetch(calls, {
        method: 'POST',
        body: JSON.stringify([name, ...parameters.filter(given => given !== undefined)]),
      })
      return (await response.json()) as Awaited<ReturnType<WorldCalls[Name]>>
    }
  return {
    ...rest,
    makeUser: call('makeUser'),
    makeGroup: call('makeGroup'),
    makeRoom: call('makeRoom'),
    token: call('token'),
    expire: call('expire'),
    block: call('block'),
    sayUnknown: call('sayUnknown'),
  }
}

describe.each([
  ['easemob-websdk', easemob],
  ['agora-chat', agora],
])('the contract of transports, over %s in a browser', (_, code) => {
  const networks = userNetworks(WebSocket)
  itKeepsTheContract(contractIn(world(), sdkIn(code, networks, window), networks))
})
