import { afterEach } from 'vitest'
import type { Scene, SceneOptions } from './scene.ts'
import { createScene } from './scene.ts'

/** Scenes that end with their test. */
export const useScenes = (): ((options?: SceneOptions) => Promise<Scene>) => {
  const scenes: Scene[] = []
  afterEach(async () => {
    for (const scene of scenes.splice(0)) await scene.end()
  })
  return async options => {
    const scene = await createScene(options)
    scenes.push(scene)
    return scene
  }
}
