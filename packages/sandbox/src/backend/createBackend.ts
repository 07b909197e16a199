import { systemClock } from '@parlance/websocket/wire'
import type { Administration } from './administration.ts'
import { createAdministration } from './administration.ts'
import type { Perform } from './attach.ts'
import { attach } from './attach.ts'
import type { Backend } from './backend.ts'
import type { BackendOptions } from './backendOptions.ts'
import { createWorld } from './createWorld.ts'
import { handlers } from './handlers.ts'
import type { Refusal } from './refusals.ts'
import { createRefusals } from './refusals.ts'

/** A chat server without its network, with a way in for whoever runs it. */
export interface SandboxBackend extends Backend, Administration {
  /** Lets coming requests run into an error; the function it gives back takes that back. */
  refuse(refusal: Refusal): () => void
  /** Releases the object URLs of files. */
  dispose(): void
}

/**
 * A whole chat backend in memory: accounts, conversations, order, permissions, counts. Facts that a request brings about are told
 * before it is answered, to each device in the same order. Where the order is `late` or refusals come after the ack, those follow in
 * the next microtask. A command is delivered in order and has a position, and is in no page, preview or count. `createSandbox` puts a network in front of it, `serveSandbox` a real one.
 * @example
 * const backend = createBackend({ users: ['alice', 'bob'], policy: { recall: { windowMs: 60_000 } } })
 * backend.post('alice', direct('bob'), 'hello')
 */
export const createBackend = (options: BackendOptions): SandboxBackend => {
  const world = createWorld(options, options.clock ?? systemClock())
  const refusals = createRefusals()

  const perform: Perform = (asker, name, args) => {
    world.catchUp()
    const met = refusals.meet(asker.user, name)
    if (met !== undefined && !met.carriedOut) throw met.error
    try {
      const answer = handlers[name](world, asker, args)
      if (met !== undefined) throw met.error
      return answer
    } finally {
      world.devices.pump()
    }
  }

  return {
    ...createAdministration(world, perform),
    get capabilities() {
      return world.policy.capabilities
    },
    now: () => world.now(),
    attach(asked) {
      world.catchUp()
      return attach(world, perform, asked)
    },
    file: id => world.files.get(id),
    refuse: refusal => refusals.add(refusal),
    dispose: () => world.files.dispose(),
  }
}
