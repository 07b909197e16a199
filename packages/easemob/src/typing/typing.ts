import type { EasemobPart } from '../part.ts'
import { isMoment, momentFromSdk, momentToSdk } from './moment.ts'

/**
 * What is only of the moment, as that somebody types: commands that only those get who are there.
 * @example
 * import { typing } from '@parlance/easemob/typing'
 * const transport = easemob({ connection, user: 'alice', parts: [typing] })
 */
export const typing: EasemobPart = ({ self, ask, tell }) => ({
  commands: () => ({
    sendEphemeral(conversation, name, data) {
      // Nothing comes of it where there is no link, or no answer.
      ask(connection => connection.send(momentToSdk(conversation, name, data))).catch(() => {})
    },
  }),
  capabilities: () => ({ ephemeral: true }),
  takes(raw, origin) {
    if (!isMoment(raw)) return false
    // What waited for this device is of the moment no longer.
    if (origin === 'live') tell(...momentFromSdk(raw, self))
    return true
  },
})
