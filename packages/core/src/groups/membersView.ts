import type { Membership, Role } from '../model/membership.ts'
import type { ConversationState } from '../state/conversationState.ts'

type Members = ConversationState['members']

const ranks: Readonly<Record<Role, number>> = { owner: 0, admin: 1, member: 2 }
const rankOf = ({ role = 'member' }: Membership): number => ranks[role]

/** Who is in a conversation: owners first, then admins, each in the order of their ids. */
export const membersView = (members: Members): readonly Membership[] =>
  // A tree is in the order of ids, and sorting keeps what is equal as it was.
  standings(members, ({ state }) => state === 'member').sort((a, b) => rankOf(a) - rankOf(b))

/** Who was asked to come, or asks to be let in, in the order of their ids. */
export const invitedView = (members: Members): readonly Membership[] =>
  standings(members, ({ state }) => state === 'invited' || state === 'requested')

const standings = (members: Members, wanted: (membership: Membership) => boolean): Membership[] =>
  [...members].map(({ standing }) => standing.value).filter(wanted)
