import type { Conversation, ConversationCommands, ConversationId, ConversationState } from '@parlance/core'
import { forwardedCommands } from '@parlance/core'
import type { MaybeRefOrGetter, Ref } from 'vue'
import { computed } from 'vue'
import type { OpenOption } from './useHandle.ts'
import { useOpenHandle } from './useHandle.ts'
import { useReadable } from './useReadable.ts'

type Refs<State> = { readonly [Name in keyof State]: Readonly<Ref<State[Name]>> }

/** What `useConversation` gives: the state as refs, and the commands, which act on the conversation selected when they are called. */
export type ConversationView<Id extends ConversationId | undefined = ConversationId> = Refs<{ readonly id: Id } & ConversationState<Id>> &
  ConversationCommands

/**
 * All of one conversation, as a plain object of refs and functions: destructure it. Only what is read is subscribed to. The conversation
 * is open while the component is mounted. An `undefined` id gives empty values.
 * @example
 * const { messages, typing, send } = useConversation(() => props.id)
 */
export function useConversation(id: MaybeRefOrGetter<ConversationId>, options?: OpenOption): ConversationView
export function useConversation(
  id: MaybeRefOrGetter<ConversationId | undefined>,
  options?: OpenOption,
): ConversationView<ConversationId | undefined>
export function useConversation(
  id: MaybeRefOrGetter<ConversationId | undefined>,
  options?: OpenOption,
): ConversationView<ConversationId | undefined> {
  const handle = useOpenHandle(id, options)
  return {
    id: computed(() => handle.value.id),
    info: useReadable<Conversation | undefined>(() => handle.value.info),
    messages: useReadable(() => handle.value.messages),
    timeline: useReadable(() => handle.value.timeline),
    unread: useReadable(() => handle.value.unread),
    typing: useReadable(() => handle.value.typing),
    draft: useReadable(() => handle.value.draft),
    history: useReadable(() => handle.value.history),
    can: useReadable(() => handle.value.can),
    pinned: useReadable(() => handle.value.pinned),
    ...forwardedCommands(() => handle.value),
  }
}
