import type { Message } from '@parlance/core'
import type { Panel } from '../panel/createPanel.ts'
import { mayNotify } from './mayNotify.ts'
import { playBeep } from './playBeep.ts'
import { showNotification } from './showNotification.ts'

/** Makes a new message known in the ways that its reader has chosen. The chat calls for none in what is silenced or on screen. */
export const alertTo = (
  { chat, settings, names, select }: Pick<Panel, 'chat' | 'settings' | 'names' | 'select'>,
  message: Message,
): void => {
  const { notifications, sound } = settings.get().alerts
  if (sound) playBeep()
  if (!notifications || !mayNotify()) return
  const onOpen = (): void => {
    window.focus()
    select(message.conversation)
  }
  showNotification({ chat, message, nameOf: names.get(), onOpen })
}
