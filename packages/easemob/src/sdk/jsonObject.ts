import type { JsonObject } from '@parlance/core'

/** What the SDK parsed of the wire is JSON: an object in it holds nothing else. */
export const isJsonObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value)
