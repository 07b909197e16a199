import type { Conversation, ConversationCommands, ConversationId, ConversationState } from '@parlance/core'
import { forwardedCommands } from '@parlance/core'
import { fromReadable } from './fromReadable.ts'
import type { OpenOption } from './useHandle.ts'
import { useOpenHandle } from './useHandle.ts'

/** What `useConversation` gives: the state as getters, and the commands, which act on the conversation selected when they are called. */
export type ConversationView<Id extends ConversationId | undefined = ConversationId> = { readonly id: Id } & ConversationState<Id> &
  ConversationCommands

/**
 * All of one conversation, as an object of getters: read `talk.messages`, or destructure through `$derived`. Only what is read is
 * subscribed to. The conversation is open while the component is mounted. An `undefined` id gives empty values.
 * @example
 * const talk = useConversation(() => id)
 */
export function useConversation(id: () => ConversationId, options?: OpenOption): ConversationView
export function useConversation(id: () => ConversationId | undefined, options?: OpenOption): ConversationView<ConversationId | undefined>
export function useConversation(id: () => ConversationId | undefined, options?: OpenOption): ConversationView<ConversationId | undefined> {
  const handle = useOpenHandle(id, options)
  const info = fromReadable<Conversation | undefined>(() => handle().info)
  const messages = fromReadable(() => handle().messages)
  const timeline = fromReadable(() => handle().timeline)
  const unread = fromReadable(() => handle().unread)
  const typing = fromReadable(() => handle().typing)
  const draft = fromReadable(() => handle().draft)
  const history = fromReadable(() => handle().history)
  const can = fromReadable(() => handle().can)
  const pinned = fromReadable(() => handle().pinned)
  return {
    ...forwardedCommands(handle),
    get id() {
      return handle().id
    },
    get info() {
      return info.current
    },
    get messages() {
      return messages.current
    },
    get timeline() {
      return timeline.current
    },
    get unread() {
      return unread.current
    },
    get typing() {
      return typing.current
    },
    get draft() {
      return draft.current
    },
    get history() {
      return history.current
    },
    get can() {
      return can.current
    },
    get pinned() {
      return pinned.current
    },
  }
}
