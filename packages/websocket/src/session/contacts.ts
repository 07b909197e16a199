import type { ContactOps } from '@parlance/core'
import type { SendRequest } from './requests.ts'

/** Asking, accepting and the like, as requests. */
export const createContacts = (request: SendRequest): ContactOps => ({
  list: op => request('contacts', {}, op),
  async add(user, { message }, op) {
    await request('addContact', { user, ...(message !== undefined && { message }) }, op)
  },
  async accept(user, op) {
    await request('acceptContact', { user }, op)
  },
  async decline(user, op) {
    await request('declineContact', { user }, op)
  },
  async remove(user, op) {
    await request('removeContact', { user }, op)
  },
})
