import type { BlockOps } from '@parlance/core'
import type { PartContext } from '../part.ts'
import { idsIn } from './idsIn.ts'

/** Whom I blocked. Easemob tells no other device of mine: those hear of it when they ask. */
export const blockOps = ({ ask, link }: PartContext): BlockOps => ({
  async list(op) {
    return { type: 'blocklist', origin: 'history', whole: true, blocked: idsIn(await ask(connection => connection.getBlocklist(), op)) }
  },
  async block(user, op) {
    await ask(connection => connection.addUsersToBlocklist({ name: [user] }), op)
    link.tell({ type: 'blocklist', origin: 'echo', blocked: [user] })
  },
  async unblock(user, op) {
    await ask(connection => connection.removeUserFromBlocklist({ name: [user] }), op)
    link.tell({ type: 'blocklist', origin: 'echo', unblocked: [user] })
  },
})
