import type { Membership } from '@parlance/core'
import { conversationKind } from '@parlance/core'
import type { NameOf } from '../client/person.ts'

/** Who asks me to come, and where to. A title is known only where the backend tells those who aren't in yet. */
export const invitationLabel = ({ conversation, by }: Membership, title: string | undefined, nameOf: NameOf): string => {
  const kind = conversationKind(conversation) === 'group' ? 'a group' : 'a room'
  const where = title === undefined ? kind : `“${title}”`
  return by === undefined ? `You are asked into ${where}` : `${nameOf(by)} asks you into ${where}`
}
