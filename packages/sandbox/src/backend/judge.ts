import type { Body, Ext, JsonObject, UserId } from '@parlance/core'
import { chatError } from '@parlance/core'
import { judgeContent } from './contentRules.ts'
import type { Content } from './storedMessage.ts'
import type { World } from './world.ts'

/** Who changes a text that a content rule replaces. */
export const SERVER: UserId = 'server'

/** Throws `invalid` for a body that no client may send, or with values that aren't taken, and `tooLarge` with the bound. `path`: where the body stands. */
export const checkContent = (world: World, value: { readonly body: Body; readonly ext?: Ext | undefined }, path: string): void => {
  const { body } = value
  const { customValues, maxMessageBytes: limit } = world.policy.capabilities
  if (body.type === 'notice')
    throw chatError('invalid', { path: `${path}.type`, message: 'Only the server tells of what happened to a conversation.' })
  if (body.type === 'custom' && customValues === 'strings') checkStrings(body.data, `${path}.data`)
  const bytes = new TextEncoder().encode(JSON.stringify(value)).length
  if (bytes > limit) throw chatError('tooLarge', { limit, message: `A message may have ${limit} bytes; this one has ${bytes}.` })
}

const checkStrings = (data: JsonObject, path: string): void => {
  const other = Object.entries(data).find(([, value]) => typeof value !== 'string')
  if (other !== undefined)
    throw chatError('invalid', { path: `${path}.${other[0]}`, message: 'The values of a custom body are strings here.' })
}

/** What the rules let through, and whether they changed it. Throws `contentRejected`, `intercepted` or `moderated`. */
export const judge = (world: World, body: Body, ext: Ext | undefined): { readonly content: Content; readonly replaced: boolean } => {
  const passed = judgeContent(world.policy.content, body)
  return { content: { body: passed, ...(ext !== undefined && { ext }) }, replaced: passed !== body }
}
