import type { ChatError } from '@parlance/core'
import { chatError, isErrorCode } from '@parlance/core'
import * as v from 'valibot'
import type { Schema } from './schema.ts'

const MAX_MESSAGE = 1_000

/** A `ChatError` by its fields; a code of a later version becomes `unknown`. The cause never travels. */
export const errorSchema: Schema<ChatError> = v.pipe(
  v.object({
    code: v.string(),
    message: v.exactOptional(v.string()),
    retryable: v.exactOptional(v.boolean()),
    effect: v.exactOptional(v.picklist(['none', 'maybe', 'done'])),
    retryAfterMs: v.exactOptional(v.pipe(v.number(), v.finite(), v.minValue(0))),
    path: v.exactOptional(v.string()),
    limit: v.exactOptional(v.pipe(v.number(), v.finite())),
  }),
  v.transform(({ code, message, ...details }) =>
    chatError(isErrorCode(code) ? code : 'unknown', { ...details, message: message?.slice(0, MAX_MESSAGE) }),
  ),
)
