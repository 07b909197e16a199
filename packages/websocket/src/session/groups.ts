import type { GroupOps } from '@parlance/core'
import type { SendRequest } from './requests.ts'

/** What can be done about groups and rooms, as requests. */
export const createGroups = (request: SendRequest): GroupOps => ({
  create: (spec, op) => request('createGroup', { spec }, op),
  async invite(conversation, users, op) {
    await request('invite', { conversation, users }, op)
  },
  async remove(conversation, users, op) {
    await request('removeMembers', { conversation, users }, op)
  },
  async mute(conversation, user, muted, op) {
    await request('mute', { conversation, user, muted }, op)
  },
  async setRole(conversation, user, role, op) {
    await request('setRole', { conversation, user, role }, op)
  },
  async update(conversation, change, op) {
    await request('updateGroup', { conversation, change }, op)
  },
  async dissolve(conversation, op) {
    await request('dissolve', { conversation }, op)
  },
  members: (conversation, query, op) => request('members', { conversation, ...query }, op),
})
