import type { Capabilities, Chat, ContactState, Outcome, UserId } from '@parlance/core'
import { direct } from '@parlance/core'
import { contacts } from '@parlance/core/contacts'
import type { Attempts } from '../command/createAttempts.ts'
import type { MenuItem } from '../menu/menuItem.ts'

export interface ContactActionsOptions {
  readonly chat: Chat
  readonly user: UserId
  /** How we stand to each other. */
  readonly state: ContactState
  readonly isBlocked: boolean
  readonly can: Pick<Capabilities, 'contacts' | 'blocks'>
  readonly attempts: Attempts
  readonly select: (id: ReturnType<typeof direct>) => void
}

/** What can be done about somebody. */
export const contactActions = ({ chat, user, state, isBlocked, can, attempts, select }: ContactActionsOptions): readonly MenuItem[] => {
  const { add, accept, decline, remove, block, unblock } = contacts(chat)
  const act = (command: (user: UserId) => Promise<Outcome>) => () => void attempts.run(command(user))
  const ask = (label: string): MenuItem => ({ id: 'addContact', label, icon: 'userPlus', run: act(add) })
  const byState: Readonly<Record<ContactState, readonly MenuItem[]>> = {
    contact: [{ id: 'removeContact', label: 'Remove from contacts', icon: 'userMinus', danger: true, run: act(remove) }],
    incoming: [
      { id: 'accept', label: 'Accept', icon: 'check', run: act(accept) },
      { id: 'decline', label: 'Decline', icon: 'close', run: act(decline) },
    ],
    outgoing: [{ id: 'takeBack', label: 'Take back', icon: 'recall', run: act(remove) }],
    declined: [ask('Ask again')],
    none: [ask('Add to contacts')],
  }
  const blocking: MenuItem = isBlocked
    ? { id: 'unblock', label: 'Unblock', icon: 'check', run: act(unblock) }
    : { id: 'block', label: 'Block', icon: 'blocked', danger: true, run: act(block) }
  return [
    { id: 'write', label: 'Write', icon: 'message', run: () => select(direct(user)) },
    ...(can.contacts === true && !isBlocked ? byState[state] : []),
    ...(can.blocks === true ? [blocking] : []),
  ]
}

/** Those of them that one came for: they stand beside the name, the others are in its menu. */
export const isAtHand = ({ id }: MenuItem): boolean => ['accept', 'decline', 'takeBack', 'unblock'].includes(id)
