import { describe, expect, it } from 'vitest'
import { readableCell as cell } from '@parlance/core/testing'
import type { Driver, View } from '../driver.ts'
import { show } from '../show.ts'

/** The primitive on which every hook stands. */
export const readableBehaviours = (driver: Driver): void => {
  describe('a Readable', () => {
    it('[BND1] shows its value and every later one', async () => {
      const source = cell('one')
      const screen = await show(driver, { parts: [hooks => hooks.useReadable(() => source)] })
      expect(screen.texts()).toEqual(['one'])
      source.set('two')
      await screen.settle()
      expect(screen.texts()).toEqual(['two'])
    })

    it('[BND1] that changes between a render and its subscription is shown as it is then', async () => {
      const source = cell('rendered')
      const changer: View = hooks => {
        hooks.onMounted(() => void source.set('changed'))
        return () => ''
      }
      const screen = await show(driver, { parts: [changer, hooks => hooks.useReadable(() => source)] })
      expect(screen.texts()[1]).toBe('changed')
    })

    it('[BND3] wakes only who reads it', async () => {
      const sources = [cell(1), cell(2)]
      const draws = [0, 0]
      const parts = sources.map(
        (source, index): View =>
          hooks => {
            const value = hooks.useReadable(() => source)
            return () => {
              draws[index]!++
              return value().toString()
            }
          },
      )
      const screen = await show(driver, { parts })
      expect(draws).toEqual([1, 1])
      sources[1]!.set(3)
      await screen.settle()
      expect(screen.texts()).toEqual(['1', '3'])
      expect(draws).toEqual([1, 2])
    })

    it('[BND4] is let go when its component is unmounted', async () => {
      const source = cell('here')
      const screen = await show(driver, { parts: [hooks => hooks.useReadable(() => source)] })
      expect(source.subscribers).toBe(1)
      await screen.unmount()
      expect(source.subscribers).toBe(0)
    })

    it('[BND4] is subscribed to once by one component, in StrictMode too', async () => {
      const source = cell('here')
      const screen = await show(driver, { parts: [hooks => hooks.useReadable(() => source)], strict: true })
      expect(source.subscribers).toBe(1)
      await screen.unmount()
      expect(source.subscribers).toBe(0)
    })

    it('[BND4] is let go when another one takes its place', async () => {
      const first = cell('first')
      const second = cell('second')
      const view: View = (hooks, props) => hooks.useReadable(() => (props().more === true ? second : first))
      const screen = await show(driver, { parts: [view] })
      expect(screen.texts()).toEqual(['first'])
      await screen.update({ more: true })
      expect(screen.texts()).toEqual(['second'])
      expect([first.subscribers, second.subscribers]).toEqual([0, 1])
      first.set('not shown')
      second.set('shown')
      await screen.settle()
      expect(screen.texts()).toEqual(['shown'])
    })
  })
}
