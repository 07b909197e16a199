import type { Driver, Scene, Screen } from '@parlance/conformance'
import { macrotask } from '@parlance/conformance'
import type { ComponentProps } from 'svelte'
import { flushSync, hydrate, mount, tick, unmount } from 'svelte'
import SceneRoot from './SceneRoot.svelte'

type Start = (props: ComponentProps<typeof SceneRoot>) => Record<string, unknown>

const begin = async (scene: Scene, element: HTMLElement, start: Start): Promise<Screen> => {
  let input = $state.raw(scene.props ?? {})
  let chat = $state.raw(scene.chat)
  const root = start({
    parts: scene.parts,
    connect: scene.connect ?? false,
    get input() {
      return input
    },
    get chat() {
      return chat
    },
  })
  flushSync()
  const settle = async (): Promise<void> => {
    await macrotask()
    await tick()
  }
  await settle()
  return {
    element,
    texts: () => [...element.children].map(part => part.textContent.trim()),
    settle,
    update: next => {
      input = next
      return settle()
    },
    provide: next => {
      chat = next
      return settle()
    },
    unmount: async () => {
      await unmount(root)
      element.remove()
      await settle()
    },
  }
}

export const svelteDriver: Driver = {
  framework: 'Svelte',
  mount: scene => {
    const target = document.body.appendChild(document.createElement('main'))
    return begin(scene, target, props => mount(SceneRoot, { target, props }))
  },
  hydrate: (target, scene) => begin(scene, target, props => hydrate(SceneRoot, { target, props })),
}
