import type { EasemobPart } from '../part.ts'
import { createPins } from './pins.ts'
import { reactionEvents } from './reactionEvents.ts'
import { reactionsOf } from './reactionFacts.ts'
import { reactionOps } from './reactionOps.ts'

/**
 * Reactions to messages, and messages that are pinned for all.
 * @example
 * import { reactions } from '@parlance/easemob/reactions'
 * const transport = easemob({ connection, user: 'alice', parts: [reactions] })
 */
export const reactions: EasemobPart = context => {
  const pins = createPins(context)
  return {
    handler: () => reactionEvents(context, pins),
    commands: before => ({
      ...reactionOps(context, pins),
      async history(query, op) {
        // The newest page reaches the live end in any case: its pins are asked for meanwhile.
        const asked = 'newest' in query.at ? pins.told(query.conversation, op) : undefined
        const page = await before.history(query, op)
        if (page.covers?.to !== 'live') return page
        return { ...page, facts: [...page.facts, ...(await (asked ?? pins.told(query.conversation, op)))] }
      },
    }),
    capabilities: before => ({
      reactions: true,
      pins: 'members',
      history: { ...before.history, includes: [...before.history.includes, 'reactions', 'pins'] },
    }),
    besides: reactionsOf,
  }
}
