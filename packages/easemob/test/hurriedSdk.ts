import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { SdkModule } from '../src/sdk/module.ts'
import { FetchXhr } from '../test-server/sdk/fetchXhr.ts'
import type { SdkName } from '../test-server/sdk/loadSdk.ts'
import { pretendToBeABrowser } from '../test-server/sdk/shim.ts'
import type { UserNetworks } from './userNetworks.ts'

/** How much faster its timers run: it waits for a second or two before it reconnects. */
const HURRY = 20

/** The unmodified SDK in surroundings of a test's own: with sockets on networks that can be cut, and with quick timers. */
export const hurriedSdk = (name: SdkName, networks: UserNetworks): SdkModule => {
  pretendToBeABrowser()
  const require = createRequire(import.meta.url)
  const code = readFileSync(require.resolve(name), 'utf8')
  const surroundings = {
    ...globalThis,
    WebSocket: networks.WebSocket,
    XMLHttpRequest: FetchXhr,
    setTimeout: (run: () => void, ms = 0) => setTimeout(run, ms / HURRY),
    navigator: { userAgent: 'Node', onLine: true },
    addEventListener() {},
    document: { addEventListener() {} },
  }
  const module: { exports: { default?: SdkModule } } = { exports: {} }
  const names = ['module', 'exports', 'self', 'window', ...Object.keys(surroundings)]
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the SDK finds its surroundings among the globals: these are parameters.
  const load = new Function(...names, code)
  Reflect.apply(load, undefined, [module, module.exports, surroundings, surroundings, ...Object.values(surroundings)])
  const sdk = (module.exports.default ?? module.exports) as SdkModule & { logger: { disableAll(): void } }
  sdk.logger.disableAll()
  return sdk
}
