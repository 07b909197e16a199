import type { ConversationId } from '@parlance/core'
import type { EasemobPart } from '../part.ts'
import { comings } from './comings.ts'
import { groupEvents } from './groupEvents.ts'
import { groupOps } from './groupOps.ts'
import { headings } from './headings.ts'
import { readers } from './readers.ts'

/**
 * Groups and rooms: what they are called, who comes, goes and may do what, what can be done about it, and who has read a message there.
 * @example
 * import { groups } from '@parlance/easemob/groups'
 * const transport = easemob({ connection, user: 'alice', parts: [groups] })
 */
export const groups: EasemobPart = context => {
  const invited = new Set<ConversationId>()
  const headed = headings(context)
  return {
    handler: () => groupEvents(context, invited),
    commands: before => ({
      groups: groupOps(context),
      ...comings(context, invited),
      ...readers(context),
      conversations: async (query, op) => headed(await before.conversations(query, op), op),
    }),
    capabilities: () => ({ readers: true, groups: ['create', 'invite', 'remove', 'mute', 'roles', 'update', 'dissolve', 'members'] }),
  }
}
