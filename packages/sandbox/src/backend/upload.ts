import type { Attachment } from '@parlance/core'
import { chatError } from '@parlance/core'
import type { Requests } from './backend.ts'
import { checkMayWrite, placeOf } from './permissions.ts'
import type { Asker, World } from './world.ts'

/** Takes a part of a file from somebody who may write there. Throws `invalid` for a hole or what isn't base64, `tooLarge`, and as a send does. */
export const uploadPart = (world: World, { user }: Asker, part: Requests['uploadPart']['args']): Attachment | null => {
  checkMayWrite(world, placeOf(world, user, part.conversation))
  const { upload, offset, last, name, mime } = part
  return world.files.take({ key: JSON.stringify([user, upload]), offset, bytes: fromBase64(part.bytes), last, name, mime })
}

const fromBase64 = (text: string): Uint8Array => {
  try {
    return Uint8Array.from(atob(text), character => character.charCodeAt(0))
  } catch (cause) {
    throw chatError('invalid', { path: 'bytes', cause, message: 'A part is base64.' })
  }
}
