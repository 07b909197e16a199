import type { ConversationId, Membership } from '@parlance/core'
import { group, room } from '@parlance/core'
import { userOf } from '../conversations.ts'
import type { PartContext } from '../part.ts'
import { said } from '../said.ts'
import type { SdkHandler } from '../sdk/handler.ts'
import { needed } from '../sdk/needed.ts'
import type { Raw } from '../sdk/raw.ts'
import { rawOf, textOf, textsOf } from '../sdk/raw.ts'

type Standing = Pick<Membership, 'state' | 'role' | 'muted'>

/** What happened, by the SDK's word for it: to whoever is meant by it, who stands like this from then on. */
const standings: { readonly [operation: string]: Standing } = {
  create: { state: 'member', role: 'owner' },
  destroy: { state: 'dissolved' },
  inviteToJoin: { state: 'invited' },
  directJoined: { state: 'member' },
  acceptRequest: { state: 'member' },
  joinPublicGroupDeclined: { state: 'left' },
  requestToJoin: { state: 'requested' },
  acceptInvite: { state: 'member' },
  memberPresence: { state: 'member' },
  membersPresence: { state: 'member' },
  rejectInvite: { state: 'left' },
  memberAbsence: { state: 'left' },
  membersAbsence: { state: 'left' },
  setAdmin: { state: 'member', role: 'admin' },
  muteMember: { state: 'member', muted: true },
  unmuteMember: { state: 'member', muted: false },
}
/** Those that happened to their sender; of the others it is who did it. */
const own: readonly string[] = ['requestToJoin', 'acceptInvite', 'rejectInvite', 'memberPresence', 'memberAbsence']
/** The newer events of these don't say whom they are about: the older ones do. */
const older: { readonly [type: string]: Standing } = {
  removedFromGroup: { state: 'removed' },
  removeAdmin: { state: 'member', role: 'member' },
  changeOwner: { state: 'member', role: 'owner' },
}

/** Who comes, goes and may do what in groups and rooms. Whom the SDK doesn't name is me. */
export const groupEvents = ({ self, known, origin, tell }: PartContext, invited: Set<ConversationId>): SdkHandler => {
  const stand = (conversation: ConversationId, name: string | undefined, standing: Standing, doer?: string): void => {
    const user = userOf(name ?? self)
    const by = doer === undefined || userOf(doer) === user ? undefined : userOf(doer)
    if (user === self && standing.state === 'invited') invited.add(conversation)
    else if (user === self) invited.delete(conversation)
    tell({ type: 'membership', origin: origin(), membership: said({ conversation, user, ...standing, by }) })
  }

  const take =
    (named: (id: string) => ConversationId) =>
    (payload: unknown): void => {
      const raw = rawOf(payload)
      const conversation = named(needed(textOf(raw['id'])))
      known.meet(conversation)
      happened(conversation, raw)
    }

  const happened = (conversation: ConversationId, raw: Raw): void => {
    const [operation, from] = [textOf(raw['operation']) ?? '', textOf(raw['from'])]
    const { name = raw['name'], avatar } = rawOf(raw['detail'])
    const [title, picture] = [textOf(name), textOf(avatar)]
    if ((title ?? picture) !== undefined)
      tell({ type: 'conversation', origin: origin(), entry: said({ id: conversation, title, avatar: picture }) })
    const standing = standings[operation]
    if (standing === undefined) return
    const members = textsOf(raw['members'])
    if (members.length > 0) for (const member of members) stand(conversation, member, standing)
    else if (own.includes(operation)) stand(conversation, from, standing)
    else stand(conversation, textOf(raw['userId']), standing, from)
  }

  const before = (payload: unknown): void => {
    const { type, gid, from, to, chatroom } = rawOf(payload)
    const [id, standing] = [textOf(gid), older[textOf(type) ?? '']]
    if (id === undefined || standing === undefined) return
    const conversation = chatroom === true ? room(id) : group(id)
    stand(conversation, textOf(to), standing, textOf(from))
    if (type === 'changeOwner') stand(conversation, textOf(from), { state: 'member', role: 'member' })
  }

  return { onGroupEvent: take(group), onChatroomEvent: take(room), onGroupChange: before, onChatroomChange: before }
}
