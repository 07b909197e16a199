import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { SdkModule } from '../src/sdk/module.ts'
import { FetchXhr } from '../test-server/sdk/fetchXhr.ts'
import type { SdkName } from '../test-server/sdk/loadSdk.ts'
import { pretendToBeABrowser } from '../test-server/sdk/shim.ts'
import { sdkIn } from './sdkIn.ts'
import type { UserNetworks } from './userNetworks.ts'

/** The SDK in Node, where it was never meant to run. */
export const hurriedSdk = (name: SdkName, networks: UserNetworks): SdkModule => {
  pretendToBeABrowser()
  const code = readFileSync(createRequire(import.meta.url).resolve(name), 'utf8')
  return sdkIn(code, networks, globalThis, {
    XMLHttpRequest: FetchXhr,
    navigator: { userAgent: 'Node', onLine: true },
    addEventListener() {},
    document: { addEventListener() {} },
  })
}
