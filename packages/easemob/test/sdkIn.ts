import type { SdkModule } from '../src/sdk/module.ts'
import type { UserNetworks } from './userNetworks.ts'

/** Its timers run faster: pauses before it reconnects most of all, less so the time that it gives an answer on a busy machine. */
const hurried = (ms: number): number => ms / (ms < 5_000 ? 20 : 6)

/**
 * The unmodified SDK, given as its code, in surroundings of a test's own: with sockets on networks that can be cut, and with quick
 * timers. `window` is what it finds the rest in.
 */
export const sdkIn = (code: string, networks: UserNetworks, window: object, more: object = {}): SdkModule => {
  const surroundings = {
    WebSocket: networks.WebSocket,
    setTimeout: (run: () => void, ms = 0) => setTimeout(run, hurried(ms)),
    ...more,
  }
  const self = new Proxy(window, {
    get: (target, name): unknown => (name in surroundings ? Reflect.get(surroundings, name) : ownOf(target, name)),
    has: (target, name) => name in surroundings || name in target,
  })
  const module: { exports: { default?: SdkModule } } = { exports: {} }
  const names = ['module', 'exports', 'self', 'window', ...Object.keys(surroundings)]
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the SDK finds its surroundings among the globals: these are parameters.
  const load = new Function(...names, code)
  Reflect.apply(load, undefined, [module, module.exports, self, self, ...Object.values(surroundings)])
  const sdk = (module.exports.default ?? module.exports) as SdkModule & { logger: { disableAll(): void } }
  sdk.logger.disableAll()
  return sdk
}

/** A window's functions work on nothing else. */
const ownOf = (window: object, name: string | symbol): unknown => {
  const value: unknown = Reflect.get(window, name, window)
  if (typeof value !== 'function' || typeof name !== 'string' || !/^[a-z]/.test(name)) return value
  return (...parameters: unknown[]): unknown => Reflect.apply(value, window, parameters)
}
