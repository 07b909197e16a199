import type { Json } from '@parlance/core'

/** What stands in a JSON object; nothing in anything else. For cursors and tokens, which come back from outside. */
export const fieldsOf = (json: Json): ReadonlyMap<string, unknown> =>
  new Map(typeof json === 'object' && json !== null ? Object.entries(json) : [])
