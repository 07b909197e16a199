import type * as Easemob from 'easemob-websdk'
import { createRequire } from 'node:module'
import { pretendToBeABrowser } from './shim.ts'

/** The SDK as Easemob publishes it, and its twin. */
export type SdkName = 'easemob-websdk' | 'agora-chat'
export type Sdk = typeof Easemob.default

const require = createRequire(import.meta.url)
const loaders: Readonly<Record<SdkName, () => unknown>> = {
  'easemob-websdk': () => require('easemob-websdk') as unknown,
  'agora-chat': () => require('agora-chat') as unknown,
}

/** Loads one of the two SDKs in Node, where they were never meant to run, and quiets its log. */
export const loadSdk = (name: SdkName = 'easemob-websdk'): Sdk => {
  pretendToBeABrowser()
  const sdk = unwrapped(loaders[name]())
  sdk.logger.disableAll()
  return sdk
}

/** The one is exported as it is, the other as a default. */
const unwrapped = (loaded: unknown): Sdk =>
  typeof loaded === 'object' && loaded !== null && 'default' in loaded ? (loaded.default as Sdk) : (loaded as Sdk)
