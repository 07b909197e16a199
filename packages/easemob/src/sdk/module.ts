import type { SdkConnection } from './connection.ts'
import { rawOf } from './raw.ts'

/** How the SDK's connection is made: its own options by their own names, as far as an application has reason to set them. */
export interface SdkOptions {
  readonly isHttpDNS?: boolean
  /** The socket's address, and that of the requests, where they aren't looked up. */
  readonly url?: string
  readonly apiUrl?: string
  readonly deviceId?: string
  readonly isFixedDeviceId?: boolean
  /** Files are in a store of the application's own: URLs that come are left as they are. */
  readonly useOwnUploadFun?: boolean
  readonly heartBeatWait?: number
  readonly autoReconnectNumMax?: number
  readonly https?: boolean
}

/** What `easemob-websdk` and `agora-chat` export. */
export interface SdkModule {
  readonly connection: new (options: { appKey: string; delivery: boolean } & SdkOptions) => SdkConnection
}

/** What `import()` of it may give: bundlers and Node put a CommonJS module behind one `default` or two. */
export interface ImportedSdk {
  readonly default: unknown
}

/** The module itself, or how to get it. */
export type SdkSource = SdkModule | (() => SdkModule | ImportedSdk | Promise<SdkModule | ImportedSdk>)

const hasConnection = (value: unknown): value is SdkModule => typeof rawOf(value)['connection'] === 'function'

/** Loads the SDK, wherever its exports are. */
export const loadSdk = async (source: SdkSource): Promise<SdkModule> => {
  let found: unknown = typeof source === 'function' ? await source() : source
  for (let depth = 0; depth < 3 && !hasConnection(found); depth++) found = rawOf(found)['default']
  if (!hasConnection(found)) {
    throw new TypeError("Pass sdk: () => import('easemob-websdk').")
  }
  return found
}
