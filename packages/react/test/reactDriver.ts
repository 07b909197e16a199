import type { Driver, Scene, Screen } from '@parlance/conformance'
import { macrotask } from '@parlance/conformance'
import type { Chat } from '@parlance/core'
import { flushSync } from 'react-dom'
import type { Root } from 'react-dom/client'
import { createRoot, hydrateRoot } from 'react-dom/client'
import { reactScene } from './reactScene.ts'

const begin = async (scene: Scene, element: HTMLElement, create: (onError: (error: unknown) => void) => Root): Promise<Screen> => {
  let { props = {}, chat } = scene
  const thrown: unknown[] = []
  const root = create(error => thrown.push(error))
  const settle = async (): Promise<void> => {
    // React's scheduler and MessageChannel take turns: after three turns both have had theirs.
    for (let turn = 0; turn < 3; turn++) await macrotask()
    flushSync(() => undefined)
    if (thrown.length > 0) throw thrown.shift()
  }
  const draw = (): Promise<void> => {
    flushSync(() => root.render(reactScene(scene, props, chat)))
    return settle()
  }
  await settle()
  return {
    element,
    texts: () => [...element.children].map(part => part.textContent.trim()),
    settle,
    update: next => {
      props = next
      return draw()
    },
    provide: (next: Chat) => {
      chat = next
      return draw()
    },
    unmount: () => {
      root.unmount()
      element.remove()
      return settle()
    },
  }
}

export const reactDriver: Driver = {
  framework: 'React',
  mount: scene => {
    const element = document.body.appendChild(document.createElement('main'))
    return begin(scene, element, onUncaughtError => {
      const root = createRoot(element, { onUncaughtError })
      flushSync(() => root.render(reactScene(scene, scene.props ?? {}, scene.chat)))
      return root
    })
  },
  hydrate: (element, scene) => {
    const { props = {}, chat } = scene
    return begin(scene, element, onError =>
      hydrateRoot(element, reactScene(scene, props, chat), { onUncaughtError: onError, onRecoverableError: onError }),
    )
  },
}
