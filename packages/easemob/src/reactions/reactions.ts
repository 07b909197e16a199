import type { EasemobPart } from '../part.ts'
import { reactionEvents } from './reactionEvents.ts'
import { reactionsOf } from './reactionFacts.ts'
import { reactionOps } from './reactionOps.ts'

/**
 * Reactions to messages, and messages that are pinned for all.
 * @example
 * import { reactions } from '@parlance/easemob/reactions'
 * const transport = easemob({ connection, user: 'alice', parts: [reactions] })
 */
export const reactions: EasemobPart = context => ({
  handler: reactionEvents(context),
  commands: reactionOps(context),
  capabilities: before => ({
    reactions: true,
    pins: 'members',
    history: { ...before.history, includes: [...before.history.includes, 'reactions'] },
  }),
  besides: reactionsOf,
})
