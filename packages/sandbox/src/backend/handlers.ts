import { chatError } from '@parlance/core'
import type { RequestName, Requests } from './backend.ts'
import { conversations } from './conversationList.ts'
import { deleteMessage } from './deleteMessage.ts'
import { edit } from './edit.ts'
import { ephemeral } from './ephemeral.ts'
import { history } from './history.ts'
import { markDelivered, markRead } from './marks.ts'
import { join, leave } from './membership.ts'
import { pin } from './pin.ts'
import { react } from './react.ts'
import { readers } from './readCounts.ts'
import { recall } from './recall.ts'
import { removeConversation } from './removal.ts'
import { search } from './search.ts'
import { send } from './send.ts'
import { setConversation } from './settings.ts'
import { uploadPart } from './upload.ts'
import type { Asker, World } from './world.ts'

const unsupported = (): never => {
  throw chatError('unsupported')
}

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
  users: unsupported,
  createGroup: unsupported,
  invite: unsupported,
  removeMembers: unsupported,
  mute: unsupported,
  setRole: unsupported,
  updateGroup: unsupported,
  dissolve: unsupported,
  members: unsupported,
  contacts: unsupported,
  addContact: unsupported,
  acceptContact: unsupported,
  declineContact: unsupported,
  removeContact: unsupported,
  blocklist: unsupported,
  block: unsupported,
  unblock: unsupported,
  watchPresence: unsupported,
  setPresence: unsupported,
}
