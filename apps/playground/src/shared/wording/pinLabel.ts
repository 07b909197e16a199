import type { PinnedMessage } from '@parlance/core'
import type { NameOf } from '../client/person.ts'
import { quoteLook } from './quoteLook.ts'

/** What a pinned message says, and who pinned it. */
export interface PinLabel {
  readonly text: string
  readonly by: string
}

export const pinLabel = ({ message, by }: PinnedMessage, self: string, nameOf: NameOf): PinLabel => {
  const { name, text } = quoteLook(message, nameOf)
  return { text: name === undefined ? text : `${name}: ${text}`, by: `Pinned by ${by === self ? 'you' : nameOf(by)}` }
}
