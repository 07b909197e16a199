import { constantReadable } from '../binding/constantReadable.ts'
import type { Chat } from '../chat.ts'
import type { ConversationId } from '../model/ids.ts'
import type { Membership } from '../model/membership.ts'
import type { Readable } from '../model/readable.ts'
import { groups } from './groups.ts'

/** Who is in a conversation; nobody where the id is `undefined`. */
export const membersOrNone = (chat: Chat, id: ConversationId | undefined): Readable<readonly Membership[]> =>
  id === undefined ? nobody : groups(chat).members(id)

const nobody: Readable<readonly Membership[]> = /* @__PURE__ */ constantReadable<readonly Membership[]>([])
