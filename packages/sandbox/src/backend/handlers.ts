import type { RequestName, Requests } from './backend.ts'
import { block, blocklist, unblock } from './blocks.ts'
import { acceptContact, addContact, contacts, declineContact, removeContact } from './contacts.ts'
import { conversations } from './conversationList.ts'
import { deleteMessage } from './deleteMessage.ts'
import { edit } from './edit.ts'
import { ephemeral } from './ephemeral.ts'
import { mute, removeMembers, setRole } from './governMembers.ts'
import { createGroup, dissolve, members, updateGroup } from './groups.ts'
import { history } from './history.ts'
import { invite } from './invitations.ts'
import { markDelivered, markRead } from './marks.ts'
import { join, leave } from './membership.ts'
import { pin } from './pin.ts'
import { setPresence, watchPresence } from './presence.ts'
import { react } from './react.ts'
import { readers } from './readCounts.ts'
import { recall } from './recall.ts'
import { removeConversation } from './removal.ts'
import { search } from './search.ts'
import { send } from './send.ts'
import { setConversation } from './settings.ts'
import { uploadPart } from './upload.ts'
import { users } from './users.ts'
import type { Asker, World } from './world.ts'

/** What answers each request. */
export const handlers: {
  readonly [Name in RequestName]: (world: World, asker: Asker, args: Requests[Name]['args']) => Requests[Name]['answer']
} = {
  send,
  recall,
  edit,
  delete: deleteMessage,
  markRead,
  markDelivered,
  history,
  conversations,
  setConversation,
  removeConversation,
  readers,
  ephemeral,
  join,
  leave,
  uploadPart,
  react,
  pin,
  search,
  users,
  createGroup,
  invite,
  removeMembers,
  mute,
  setRole,
  updateGroup,
  dissolve,
  members,
  contacts,
  addContact,
  acceptContact,
  declineContact,
  removeContact,
  blocklist,
  block,
  unblock,
  watchPresence,
  setPresence,
}
