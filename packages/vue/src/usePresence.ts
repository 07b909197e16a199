import type { Presence, UserId } from '@parlance/core'
import { nothing } from '@parlance/core'
import { presence } from '@parlance/core/contacts'
import type { MaybeRefOrGetter, Ref } from 'vue'
import { toValue } from 'vue'
import type { ChatOption } from './useChat.ts'
import { useChat } from './useChat.ts'
import { useReadable } from './useReadable.ts'

/** Whether somebody is there; `undefined` while nobody said. Watched while this is mounted. */
export const usePresence = (user: MaybeRefOrGetter<UserId | undefined>, options?: ChatOption): Readonly<Ref<Presence | undefined>> => {
  const chat = useChat(options)
  return useReadable(() => {
    const selected = toValue(user)
    return selected === undefined ? nothing : presence(chat.value).of(selected)
  })
}
