import type { Ack, Ext, MessageRef, OutgoingMessage, RemoteMessage } from '@parlance/core'
import * as v from 'valibot'
import { bodySchema, outgoingBodySchema } from './body.ts'
import { conversationIdSchema, idSchema, timeSchema } from './ids.ts'
import { jsonObjectSchema } from './json.ts'
import type { Schema } from './schema.ts'

/** What travels beside a body: an object, whatever an application says of its own. */
export const extSchema: Schema<Ext> = v.custom<Ext>(value => v.is(jsonObjectSchema, value))

export const messageRefSchema: Schema<MessageRef> = v.object({
  conversation: v.exactOptional(conversationIdSchema),
  id: v.exactOptional(idSchema),
  from: v.exactOptional(idSchema),
  localId: v.exactOptional(idSchema),
})

const beside = {
  ext: v.exactOptional(extSchema),
  to: v.exactOptional(v.array(idSchema)),
  replyTo: v.exactOptional(messageRefSchema),
  wantsReadCount: v.exactOptional(v.boolean()),
  forwardedFrom: v.exactOptional(idSchema),
}

export const outgoingMessageSchema: Schema<OutgoingMessage> = v.object({
  conversation: conversationIdSchema,
  localId: idSchema,
  body: outgoingBodySchema,
  ...beside,
})

export const remoteMessageSchema: Schema<RemoteMessage> = v.pipe(
  v.object({
    conversation: conversationIdSchema,
    from: idSchema,
    id: v.exactOptional(idSchema),
    localId: v.exactOptional(idSchema),
    body: bodySchema,
    ...beside,
    sentAt: v.exactOptional(timeSchema),
    position: v.exactOptional(idSchema),
  }),
  v.check(({ id, localId }) => id !== undefined || localId !== undefined, 'An id or a localId'),
)

export const ackSchema: Schema<Ack> = v.object({
  id: v.exactOptional(idSchema),
  position: v.exactOptional(idSchema),
  at: v.exactOptional(timeSchema),
  version: v.exactOptional(idSchema),
})
