import type { Json, JsonObject } from '@parlance/core'

/** A value out of JSON, which holds nothing but values of JSON. */
export const parseJson = (text: string): Json => JSON.parse(text) as Json

export const toJson = (value: object): Json => parseJson(JSON.stringify(value))

export const toJsonBytes = (value: object): Uint8Array => new TextEncoder().encode(JSON.stringify(value))

export const isJsonObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
