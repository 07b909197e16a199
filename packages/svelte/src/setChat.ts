import type { Chat } from '@parlance/core'
import { holdConnection } from '@parlance/core'
import { setChatContext } from './chatContext.ts'
import { whileMounted } from './whileMounted.ts'

export interface SetChatOptions {
  /** Connects after mounting and disconnects after unmounting. Never disposes. Default `false`: connect it yourself. */
  readonly connect?: boolean
}

/**
 * Gives this component and those below it their chat, which may change, at log-out and log-in.
 * @example
 * setChat(() => chat, { connect: true })
 */
export const setChat = (chat: () => Chat, options: SetChatOptions = {}): void => {
  setChatContext(chat)
  if (options.connect === true) whileMounted(chat, holdConnection)
}
