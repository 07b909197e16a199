import type { Root } from 'protobufjs'
import protobuf from 'protobufjs'
import type { Sdk } from './loadSdk.ts'
import { loadSdk } from './loadSdk.ts'
import { pretendToBeABrowser } from './shim.ts'

/**
 * The wire's messages, as the installed SDK describes them: read from it at run time, so that nothing of it is kept here. Of the globals
 * that it takes to load the SDK none is left behind: a server may live where others ask whether there is a `window`.
 */
export const readDescriptor = (): Root => {
  const endOfPretence = pretendToBeABrowser()
  try {
    return describedBy(loadSdk())
  } finally {
    endOfPretence()
  }
}

const describedBy = (sdk: Sdk): Root => {
  const connection: object = new sdk.connection({
    appKey: 'any#app',
    isHttpDNS: false,
    url: 'ws://127.0.0.1:9',
    apiUrl: 'http://127.0.0.1:9',
  })
  if (!('root' in connection) || !isDescribing(connection.root))
    throw new TypeError('The SDK has no description of its wire where it used to.')
  return protobuf.Root.fromJSON(asProto2(connection.root.toJSON()))
}

/**
 * A description without a word about its edition is taken for one of proto3, which doesn't tell a field that is zero from one that isn't
 * there. The SDK does.
 */
const asProto2 = (description: protobuf.INamespace): protobuf.INamespace => {
  const { nested } = description
  if (nested === undefined) return description
  const inner: Record<string, protobuf.AnyNestedObject> = {}
  for (const [name, one] of Object.entries(nested)) inner[name] = 'fields' in one ? { ...one, edition: 'proto2' } : asProto2(one)
  return { ...description, nested: inner }
}

const isDescribing = (value: unknown): value is { toJSON(): protobuf.INamespace } =>
  typeof value === 'object' && value !== null && 'toJSON' in value && typeof value.toJSON === 'function'
