import { onTestFinished } from 'vitest'
import type { Driver, Scene, Screen } from './driver.ts'

/** Mounts a scene for the rest of a test. */
export const show = async (driver: Driver, scene: Scene): Promise<Screen> => leavingAtTheEnd(await driver.mount(scene))

/** Takes over what a server drew in an element, for the rest of a test. */
export const takeOver = async (driver: Driver, element: HTMLElement, scene: Scene): Promise<Screen> =>
  leavingAtTheEnd(await driver.hydrate(element, scene))

const leavingAtTheEnd = (screen: Screen): Screen => {
  let gone = false
  const unmount = async (): Promise<void> => {
    if (gone) return
    gone = true
    await screen.unmount()
  }
  onTestFinished(unmount)
  return { ...screen, unmount }
}
