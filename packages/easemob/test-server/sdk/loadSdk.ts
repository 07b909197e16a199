import type * as Easemob from 'easemob-websdk'
import { createRequire } from 'node:module'
import { pretendToBeABrowser } from './shim.ts'

/** The SDK as Easemob publishes it, and its twin. */
export type SdkName = 'easemob-websdk' | 'agora-chat'
export type Sdk = typeof Easemob.default

/** Loads one of the two SDKs in Node, where they were never meant to run, and quiets its log. */
export const loadSdk = (name: SdkName = 'easemob-websdk'): Sdk => {
  pretendToBeABrowser()
  const loaded: unknown = createRequire(import.meta.url)(name)
  const sdk = unwrapped(loaded)
  sdk.logger.disableAll()
  return sdk
}

/** The one is exported as it is, the other as a default. */
const unwrapped = (loaded: unknown): Sdk =>
  typeof loaded === 'object' && loaded !== null && 'default' in loaded ? (loaded.default as Sdk) : (loaded as Sdk)
