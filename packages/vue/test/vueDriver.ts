import type { Driver, Scene, Screen } from '@parlance/conformance'
import { macrotask } from '@parlance/conformance'
import type { App, Component } from 'vue'
import { createApp, createSSRApp, nextTick, shallowReactive } from 'vue'
import { vueScene } from './vueScene.ts'

const begin = async (scene: Scene, element: HTMLElement, create: (root: Component) => App): Promise<Screen> => {
  const state = shallowReactive({ props: scene.props ?? {}, chat: scene.chat })
  const thrown: unknown[] = []
  const app = create(vueScene(scene, state))
  app.config.errorHandler = error => thrown.push(error)
  app.config.warnHandler = warning => thrown.push(new Error(warning))
  const settle = async (): Promise<void> => {
    await macrotask()
    await nextTick()
    if (thrown.length > 0) throw thrown.shift()
  }
  app.mount(element)
  await settle()
  return {
    element,
    texts: () => [...element.children].map(part => part.textContent.trim()),
    settle,
    update: next => {
      state.props = next
      return settle()
    },
    provide: next => {
      state.chat = next
      return settle()
    },
    unmount: () => {
      app.unmount()
      element.remove()
      return settle()
    },
  }
}

export const vueDriver: Driver = {
  framework: 'Vue',
  mount: scene => begin(scene, document.body.appendChild(document.createElement('main')), createApp),
  hydrate: (element, scene) => begin(scene, element, createSSRApp),
}
