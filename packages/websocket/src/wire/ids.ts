import type { ConversationId } from '@parlance/core'
import { isConversationId } from '@parlance/core'
import * as v from 'valibot'
import { MAX_EMOJI_LENGTH, MAX_ID_LENGTH } from './limits.ts'
import type { Schema } from './schema.ts'

/** A non-empty string of bounded length: ids, positions, versions. Any such string is a legal one. */
export const idSchema: Schema<string> = v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_ID_LENGTH))

export const conversationIdSchema: Schema<ConversationId> = v.custom<ConversationId>(
  value => isConversationId(value) && value.length <= MAX_ID_LENGTH,
)

/** A whole number from 0: counts, frame numbers. */
export const countSchema: Schema<number> = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

/** Milliseconds since 1970. */
export const timeSchema: Schema<number> = v.pipe(v.number(), v.finite())

/** What somebody puts to a message. Backends say by themselves which they take. */
export const emojiSchema: Schema<string> = v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_EMOJI_LENGTH))
