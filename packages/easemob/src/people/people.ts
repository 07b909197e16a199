import type { Contact } from '@parlance/core'
import type { EasemobPart } from '../part.ts'
import { blockOps } from './blockOps.ts'
import { contactEvents } from './contactEvents.ts'
import { contactOps } from './contactOps.ts'
import { directory } from './directory.ts'
import { presenceEvents } from './presenceEvents.ts'
import { presenceOps } from './presenceOps.ts'

/**
 * Contacts and requests, the blocklist, presence, names and pictures of users.
 * @example
 * import { people } from '@parlance/easemob/people'
 * const transport = easemob({ connection, user: 'alice', parts: [people] })
 */
export const people: EasemobPart = context => {
  const requests = new Map<string, Contact>()
  const { ops, watch } = presenceOps(context)
  return {
    handler: () => ({ ...contactEvents(context, requests), ...presenceEvents(context, watch) }),
    commands: () => ({ contacts: contactOps(context, requests), blocks: blockOps(context), presence: ops, users: directory(context) }),
    capabilities: () => ({ contacts: true, blocks: true, presence: true, users: true }),
  }
}
