import type { Json, JsonObject } from '@parlance/core'
import * as v from 'valibot'
import { MAX_JSON_DEPTH } from './limits.ts'
import type { Schema } from './schema.ts'

const isJson = (value: unknown, depth: number): value is Json => {
  if (typeof value !== 'object' || value === null)
    return typeof value !== 'function' && typeof value !== 'symbol' && typeof value !== 'bigint'
  return depth > 0 && Object.values(value).every(inner => isJson(inner, depth - 1))
}

const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && isJson(value, MAX_JSON_DEPTH)

/** Any JSON, nested to a bounded depth. Keys are data and stay as they are. */
export const jsonSchema: Schema<Json> = v.custom<Json>(value => value !== undefined && isJson(value, MAX_JSON_DEPTH))
export const jsonObjectSchema: Schema<JsonObject> = v.custom<JsonObject>(isJsonObject)
