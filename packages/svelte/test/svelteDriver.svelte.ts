import type { Driver, Scene, Screen } from '@parlance/conformance'
import { macrotask } from '@parlance/conformance'
import type { ComponentProps } from 'svelte'
import { flushSync, hydrate, mount, tick, unmount } from 'svelte'
import SceneRoot from './SceneRoot.svelte'

type Start = (target: HTMLElement, props: ComponentProps<typeof SceneRoot>) => Record<string, unknown>

const begin = async (scene: Scene, html: string, start: Start): Promise<Screen> => {
  const element = document.body.appendChild(document.createElement('main'))
  element.innerHTML = html
  let input = $state.raw(scene.props ?? {})
  let chat = $state.raw(scene.chat)
  const root = start(element, {
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
  mount: scene => begin(scene, '', (target, props) => mount(SceneRoot, { target, props })),
  hydrate: (html, scene) => begin(scene, html, (target, props) => hydrate(SceneRoot, { target, props })),
}
