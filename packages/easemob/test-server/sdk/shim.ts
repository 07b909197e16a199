import { FetchXhr } from './fetchXhr.ts'

/**
 * The SDK asks whether it runs on the web, and means by that: is there a `window` with sockets in it. Node has all of what it needs by now,
 * under other names. Gives back what ends it.
 */
export const pretendToBeABrowser = (): (() => void) => {
  const globals: Record<string, unknown> = {
    self: globalThis,
    window: globalThis,
    document: { visibilityState: 'visible', addEventListener: () => {}, removeEventListener: () => {} },
    XMLHttpRequest: FetchXhr,
    addEventListener: () => {},
    removeEventListener: () => {},
  }
  const missing = Object.keys(globals).filter(name => !Reflect.has(globalThis, name))
  for (const name of missing) Reflect.set(globalThis, name, globals[name])
  return () => {
    for (const name of missing) Reflect.deleteProperty(globalThis, name)
  }
}
