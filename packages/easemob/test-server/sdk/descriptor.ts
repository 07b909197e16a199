import type { Root } from 'protobufjs'
import protobuf from 'protobufjs'
import { loadSdk } from './loadSdk.ts'

/** The wire's messages, as the installed SDK describes them: read from it at run time, so that nothing of it is kept here. */
export const readDescriptor = (): Root => {
  const sdk = loadSdk()
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
