import type { StoredMessage } from './storedMessage.ts'
import type { World } from './world.ts'

/** Body, ext, the first version, what others wrote beside it or put to it, and the file if no other message shows it: gone [RCL1]. */
export const erase = (world: World, message: StoredMessage): void => {
  for (const content of [message.content, message.original]) world.files.shown(content?.body, undefined)
  message.content = undefined
  message.original = undefined
  message.notes.clear()
  message.reactions.clear()
}
