import type { Body, Ext, UserId } from '@parlance/core'
import { chatError } from '@parlance/core'
import { judgeContent } from './contentRules.ts'
import type { Content } from './storedMessage.ts'
import type { World } from './world.ts'

/** Who changes a text that a content rule replaces. */
export const SERVER: UserId = 'server'

/** Throws `tooLarge` with the bound. */
export const checkSize = (world: World, value: { readonly body: Body; readonly ext?: Ext | undefined }): void => {
  const limit = world.policy.capabilities.maxMessageBytes
  const bytes = new TextEncoder().encode(JSON.stringify(value)).length
  if (bytes > limit) throw chatError('tooLarge', { limit, message: `A message may have ${limit} bytes; this one has ${bytes}.` })
}

/** What the rules let through, and whether they changed it. Throws `contentRejected`, `intercepted` or `moderated`. */
export const judge = (world: World, body: Body, ext: Ext | undefined): { readonly content: Content; readonly replaced: boolean } => {
  const passed = judgeContent(world.policy.content, body)
  return { content: { body: passed, ...(ext !== undefined && { ext }) }, replaced: passed !== body }
}
