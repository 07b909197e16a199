import type { Json, JsonObject } from '@parlance/core'
import { parseJson } from './json.ts'

/** One entry of a map, as the wire has it: the value under the name of its type. */
export interface KeyValue {
  readonly key: string
  readonly type: 'BOOL' | 'INT' | 'UINT' | 'LLINT' | 'FLOAT' | 'DOUBLE' | 'STRING' | 'JSON_STRING'
  readonly varintValue?: string
  readonly floatValue?: number
  readonly doubleValue?: number
  readonly stringValue?: string
}

export const toKeyValues = (values: JsonObject = {}): readonly KeyValue[] =>
  Object.entries(values).map(([key, value]): KeyValue => {
    if (typeof value === 'string') return { key, type: 'STRING', stringValue: value }
    if (typeof value === 'boolean') return { key, type: 'BOOL', varintValue: value ? '1' : '0' }
    if (typeof value !== 'number') return { key, type: 'JSON_STRING', stringValue: JSON.stringify(value) }
    return Number.isSafeInteger(value) ? { key, type: 'INT', varintValue: value.toString() } : { key, type: 'DOUBLE', doubleValue: value }
  })

export const fromKeyValues = (entries: readonly KeyValue[] = []): JsonObject =>
  Object.fromEntries(entries.map(entry => [entry.key, valueOf(entry)]))

const valueOf = ({ type, varintValue = '0', floatValue = 0, doubleValue = 0, stringValue = '' }: KeyValue): Json => {
  switch (type) {
    case 'STRING':
      return stringValue
    case 'JSON_STRING':
      return parseJson(stringValue)
    case 'BOOL':
      return varintValue !== '0'
    case 'DOUBLE':
      return doubleValue
    case 'FLOAT':
      return floatValue
    default:
      return Number(varintValue)
  }
}
