import type { JsonObject } from '@parlance/core'

/** What a custom message carries, to read. */
export const customLabel = (data: JsonObject): string => JSON.stringify(data, null, 2)
