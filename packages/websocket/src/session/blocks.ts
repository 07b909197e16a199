import type { BlockOps } from '@parlance/core'
import type { SendRequest } from './requests.ts'

/** Whom a user wants nothing from, as requests. */
export const createBlocks = (request: SendRequest): BlockOps => ({
  list: op => request('blocklist', {}, op),
  async block(user, op) {
    await request('block', { user }, op)
  },
  async unblock(user, op) {
    await request('unblock', { user }, op)
  },
})
