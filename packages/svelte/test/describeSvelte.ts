import { createWorld } from '@parlance/conformance'
import { direct } from '@parlance/core'
import { readableCell } from '@parlance/core/testing'
import { mount, tick, unmount } from 'svelte'
import { describe, expect, it, onTestFinished } from 'vitest'
import { fromReadable } from '../src/index.ts'
import CommandReader from './CommandReader.svelte'
import StoreReader from './StoreReader.svelte'

const container = (): HTMLElement => {
  const element = document.body.appendChild(document.createElement('main'))
  onTestFinished(() => element.remove())
  return element
}

/** What only Svelte has, or does in its own way. */
export const describeSvelte = (): void => {
  describe('Svelte', () => {
    it('[BND1] takes a Readable as a store', async () => {
      const source = readableCell(1)
      const element = container()
      const component = mount(StoreReader, { target: element, props: { source } })
      source.set(2)
      await tick()
      expect(element.textContent).toBe('2')
      await unmount(component)
      expect(source.subscribers).toBe(0)
    })

    it('[BND4] reads without subscribing outside of effects', () => {
      const source = readableCell(1)
      const value = fromReadable(() => source)
      source.set(2)
      expect([value.current, source.subscribers]).toEqual([2, 0])
    })

    it('[BND6] lets commands be destructured', async () => {
      const { alice, quiet } = await createWorld()
      const element = container()
      const component: { say: (text: string) => string; write: (text: string) => void } = mount(CommandReader, {
        target: element,
        props: { chat: alice, id: direct('bob') },
      })
      onTestFinished(() => unmount(component))
      component.say('hello')
      component.write('more')
      await quiet()
      await tick()
      expect(element.textContent).toBe('1 more')
    })
  })
}
