import type { PresenceFact, UserId } from '@parlance/core'
import { userOf } from '../conversations.ts'
import { presenceFactOf } from '../presence.ts'
import type { SdkHandler } from '../sdk/handler.ts'
import { listOf, rawOf, textOf } from '../sdk/raw.ts'
import type { EventContext } from './context.ts'

/** Whom the application watches. `look` asks how some users are. */
export interface PresenceWatch {
  readonly watched: ReadonlySet<UserId>
  readonly look: (users: readonly UserId[]) => Promise<readonly PresenceFact[]>
}

/** Who comes and goes, of those who are watched. */
export const presenceEvents = ({ tell }: EventContext, { watched, look }: PresenceWatch): SdkHandler => ({
  onPresenceStatusChange(payload) {
    const changes = listOf(payload).map(rawOf)
    const users = changes.flatMap(({ userId }) => textOf(userId) ?? []).map(userOf)
    // An event about several users gives each of them the devices of all: they are asked about instead.
    if (users.length > 1) {
      look(users.filter(user => watched.has(user))).then(facts => tell(...facts), () => {})
      return
    }
    for (const change of changes) {
      const fact = presenceFactOf(change)
      if (fact !== undefined && watched.has(fact.user)) tell(fact)
    }
  },
})
