import type { Contact, Membership, Presence, Role, User } from '@parlance/core'
import * as v from 'valibot'
import { conversationIdSchema, idSchema, timeSchema } from './ids.ts'
import type { Schema } from './schema.ts'

export const userSchema: Schema<User> = v.object({ id: idSchema, name: v.string(), avatar: v.exactOptional(v.string()) })

export const roleSchema: Schema<Role> = v.picklist(['owner', 'admin', 'member'])

export const membershipSchema: Schema<Membership> = v.object({
  conversation: conversationIdSchema,
  user: idSchema,
  state: v.picklist(['member', 'invited', 'requested', 'left', 'removed', 'dissolved']),
  role: v.exactOptional(roleSchema),
  muted: v.exactOptional(v.boolean()),
  by: v.exactOptional(idSchema),
})

export const contactSchema: Schema<Contact> = v.object({
  user: idSchema,
  state: v.picklist(['contact', 'incoming', 'outgoing', 'declined', 'none']),
  message: v.exactOptional(v.string()),
  at: v.exactOptional(timeSchema),
})

const state = v.picklist(['online', 'away', 'busy', 'offline'])
const status = v.exactOptional(v.string())
export const presenceSchema: Schema<Presence> = v.object({ state, status, lastSeenAt: v.exactOptional(timeSchema) })
/** What somebody may say of himself: when he was last seen is the server's to tell. */
export const ownPresenceSchema: Schema<Pick<Presence, 'state' | 'status'>> = v.object({ state, status })
