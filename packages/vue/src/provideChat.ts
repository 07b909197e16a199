import type { Chat } from '@parlance/core'
import { holdConnection } from '@parlance/core'
import type { MaybeRefOrGetter } from 'vue'
import { provide, toValue } from 'vue'
import { chatKey } from './chatKey.ts'
import { whileMounted } from './whileMounted.ts'

export interface ProvideOptions {
  /** Connects after mounting and disconnects after unmounting. Never disposes. Default `false`: connect it yourself. */
  readonly connect?: boolean
}

/** Gives the components below this one their chat; a getter or ref may change, at log-out and log-in. */
export const provideChat = (chat: MaybeRefOrGetter<Chat>, options: ProvideOptions = {}): void => {
  provide(chatKey, () => toValue(chat))
  if (options.connect === true) connectWhileMounted(chat)
}

export const connectWhileMounted = (chat: MaybeRefOrGetter<Chat>): void => whileMounted(() => toValue(chat), holdConnection)
