import type { ConversationHandle, Readable } from '@parlance/core'

/** Nobody is alerted of what comes to a conversation that is on the screen; gives back what ends that. */
export const activeOnScreen = ({ setActive }: Pick<ConversationHandle, 'setActive'>, onScreen: Readable<boolean>): (() => void) => {
  const stop = onScreen.subscribe(setActive)
  return () => {
    stop()
    setActive(false)
  }
}
