import type { Chat } from '@parlance/core'
import type { InjectionKey } from 'vue'

/** Under which the chat is provided; a function, so that it may change. */
export const chatKey: InjectionKey<() => Chat> = Symbol('parlance chat')
