import type { User, UserId } from '@parlance/core'
import { nothing } from '@parlance/core'
import type { MaybeRefOrGetter, Ref } from 'vue'
import { toValue } from 'vue'
import type { ChatOption } from './useChat.ts'
import { useChat } from './useChat.ts'
import { useReadable } from './useReadable.ts'

/** Somebody's name and picture; the id stands for the name until it is known. Nobody where the id is `undefined`. */
export function useUser(id: MaybeRefOrGetter<UserId>, options?: ChatOption): Readonly<Ref<User>>
export function useUser(id: MaybeRefOrGetter<UserId | undefined>, options?: ChatOption): Readonly<Ref<User | undefined>>
export function useUser(id: MaybeRefOrGetter<UserId | undefined>, options?: ChatOption): Readonly<Ref<User | undefined>> {
  const chat = useChat(options)
  return useReadable<User | undefined>(() => {
    const selected = toValue(id)
    return selected === undefined ? nothing : chat.value.user(selected)
  })
}
