import { FetchXhr } from './fetchXhr.ts'

/**
 * The SDK asks whether it runs on the web, and means by that: is there a `window` with sockets in it. Node has all of what it needs by now,
 * under other names.
 */
export const pretendToBeABrowser = (): void => {
  const globals: Record<string, unknown> = {
    self: globalThis,
    window: globalThis,
    document: { visibilityState: 'visible', addEventListener: () => {}, removeEventListener: () => {} },
    XMLHttpRequest: FetchXhr,
    addEventListener: () => {},
    removeEventListener: () => {},
  }
  for (const [name, value] of Object.entries(globals)) if (!Reflect.has(globalThis, name)) Reflect.set(globalThis, name, value)
}
