import { onTestFinished } from 'vitest'
import type { Driver, Scene, Screen } from './driver.ts'

/** Mounts a scene for the rest of a test. */
export const show = async (driver: Driver, scene: Scene): Promise<Screen> => leavingAtTheEnd(await driver.mount(scene))

/** Takes over a server's HTML for the rest of a test. */
export const takeOver = async (driver: Driver, html: string, scene: Scene): Promise<Screen> =>
  leavingAtTheEnd(await driver.hydrate(html, scene))

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
