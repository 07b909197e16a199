import type { RequestName, Requests } from './backend.ts'
import { conversations } from './conversationList.ts'
import { deleteMessage } from './deleteMessage.ts'
import { edit } from './edit.ts'
import { ephemeral } from './ephemeral.ts'
import { history } from './history.ts'
import { markDelivered, markRead } from './marks.ts'
import { join, leave } from './membership.ts'
import { readers } from './readCounts.ts'
import { recall } from './recall.ts'
import { send } from './send.ts'
import { removeConversation, setConversation } from './settings.ts'
import { uploadPart } from './upload.ts'
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
}
