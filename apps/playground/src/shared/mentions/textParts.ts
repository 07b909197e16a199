import type { TextBody, UserId } from '@parlance/core'
import type { EmojiEntry } from '@parlance/core/emoji'
import { segment } from '@parlance/core/emoji'
import type { NameOf } from '../client/person.ts'
import { emojiMap } from '../emoji/pictures.ts'
import type { Mentionable } from './mentionable.ts'
import { everyone } from './mentionable.ts'
import { splitMentions } from './splitMentions.ts'

/** A stretch of a text as it is drawn. */
export type TextPart =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'emoji'; readonly emoji: EmojiEntry }
  /** `isMe`: whoever looks at it is meant. */
  | { readonly type: 'mention'; readonly text: string; readonly isMe: boolean }

export interface Reading {
  readonly nameOf: NameOf
  readonly self: UserId
}

/** A text with its emoji as pictures, and those who are mentioned where they are named. */
export const textParts = ({ text, mentions }: TextBody, { nameOf, self }: Reading): readonly TextPart[] =>
  splitMentions(text, mentions === undefined ? [] : named(mentions, nameOf)).flatMap((part): readonly TextPart[] => {
    if (typeof part === 'string') return segment(part, emojiMap)
    const { user = self } = part.named
    return [{ type: 'mention', text: part.text, isMe: user === self }]
  })

/** By their names, or by their ids: as whoever wrote it called them. */
const named = (mentions: NonNullable<TextBody['mentions']>, nameOf: NameOf): readonly Mentionable[] =>
  mentions === 'everyone'
    ? [everyone]
    : mentions.flatMap(user => [nameOf(user), user].map(handle => ({ user, name: nameOf(user), handle })))
