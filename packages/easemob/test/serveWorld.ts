import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { TestProject } from 'vitest/node'
import type { World } from './world.ts'

/** Where a world is. `calls`: where its functions are called. */
type WorldPlace = Pick<World, 'appKey' | 'url' | 'apiUrl' | 'oddFrame'> & { readonly calls: string }

/** Vitest's global setup: tests in a browser have their world in Node, and ask for it by `inject('easemobWorld')`. */
export default async function setup({ provide }: TestProject): Promise<() => void> {
  const world = fork(fileURLToPath(new URL('worldProcess.ts', import.meta.url)), { execArgv: ['--conditions=@parlance/source'] })
  const [place] = (await once(world, 'message')) as [WorldPlace]
  provide('easemobWorld', place)
  return () => void world.kill()
}

declare module 'vitest' {
  export interface ProvidedContext {
    easemobWorld: WorldPlace
  }
}
