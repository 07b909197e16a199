import type { Body, JsonObject, Mentions } from '@parlance/core'

/** Easemob's own UI keeps mentions here: names, or one word for all. */
const KEY = 'em_at_list'

export const mentionsIn = (ext: JsonObject): Mentions | undefined => {
  const list = ext[KEY]
  if (list === 'ALL') return 'everyone'
  return Array.isArray(list) && list.length > 0 ? list.filter(name => typeof name === 'string') : undefined
}

/** What goes beside a body, with the mentions in it that aren't there yet. */
export const withMentions = (body: Body, ext: JsonObject = {}): JsonObject => {
  if (body.type !== 'text' || body.mentions === undefined || ext[KEY] !== undefined) return ext
  return { ...ext, [KEY]: body.mentions === 'everyone' ? 'ALL' : [...body.mentions] }
}
