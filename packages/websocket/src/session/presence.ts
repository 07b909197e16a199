import type { PresenceOps } from '@parlance/core'
import type { SendRequest } from './requests.ts'

/** Who is there, as requests. */
export const createPresence = (request: SendRequest): PresenceOps => ({
  watch: (users, op) => request('watchPresence', { users }, op),
  async set(presence, op) {
    await request('setPresence', { presence }, op)
  },
})
