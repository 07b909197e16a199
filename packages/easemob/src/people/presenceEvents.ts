import { userOf } from '../conversations.ts'
import type { PartContext } from '../part.ts'
import type { SdkHandler } from '../sdk/handler.ts'
import { listOf, rawOf, textOf } from '../sdk/raw.ts'
import { presenceFactOf } from './presenceFact.ts'
import type { PresenceWatch } from './presenceOps.ts'

/** Who comes and goes, of those who are watched. */
export const presenceEvents = ({ tell }: PartContext, { watched, look }: PresenceWatch): SdkHandler => ({
  onPresenceStatusChange(payload) {
    const changes = listOf(payload).map(rawOf)
    const users = changes.map(({ userId }) => userOf(textOf(userId) ?? '')).filter(user => watched.has(user))
    // An event about several users gives each of them the devices of all: they are asked about instead.
    if (changes.length > 1) {
      look(users).then(
        facts => tell(...facts),
        () => {},
      )
      return
    }
    tell(...changes.flatMap(change => presenceFactOf(change) ?? []).filter(({ user }) => watched.has(user)))
  },
})
