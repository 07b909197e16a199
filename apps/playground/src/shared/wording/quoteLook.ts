import type { Body, Message } from '@parlance/core'
import type { NameOf } from '../client/person.ts'
import { bodyLabel } from './bodyLabel.ts'

/** How a message looks where another one quotes it. */
export interface QuoteLook {
  /** Whose it is; absent while it isn't known. */
  readonly name?: string
  readonly text: string
  /** Whether the text is about the message, and none of its own words. */
  readonly isNote: boolean
}

/** `undefined`: the message isn't here. */
export const quoteLook = (message: Message | undefined, nameOf: NameOf): QuoteLook => {
  if (message === undefined) return { text: 'Message not loaded', isNote: true }
  const name = message.mine ? 'You' : nameOf(message.from)
  if (message.recalled) return { name, text: 'Recalled message', isNote: true }
  return { name, text: bodyInShort(message.body), isNote: message.body.type !== 'text' }
}

const bodyInShort = (body: Body): string => {
  if (body.type === 'image' || body.type === 'urlImage') return 'Photo'
  return bodyLabel(body)
}
