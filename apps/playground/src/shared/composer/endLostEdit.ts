import type { Message, MessageKey } from '@parlance/core'
import type { Panel } from '../panel/createPanel.ts'
import { isBlank } from '../format/isBlank.ts'
import { withText } from './draft.ts'

/**
 * Ends an edit whose message is recalled or deleted meanwhile: says so, and what was written since stays as a draft. Gives back what ends
 * the watch.
 */
export const endLostEdit = ({ chat, selected, editing, trouble }: Panel): (() => void) => {
  let watched: MessageKey | undefined
  let unwatch: (() => void) | undefined

  const look = (message: Message | undefined): void => {
    const edited = editing.get()
    if (edited === undefined || (message !== undefined && message.recalled === undefined)) return
    editing.set(undefined)
    const happened = message === undefined ? 'The message is gone.' : 'The message was recalled meanwhile.'
    const id = selected.get()
    if (id === undefined || edited.text === edited.before || isBlank(edited.text)) {
      trouble.set(happened)
      return
    }
    const { draft, setDraft } = chat.conversation(id)
    const now = draft.get()
    setDraft(withText(now, [now?.text ?? '', edited.text].filter(text => text !== '').join('\n')))
    trouble.set(`${happened} What you wrote stays here as a draft.`)
  }

  const stop = editing.subscribe(edited => {
    if (edited?.key === watched) return
    unwatch?.()
    watched = edited?.key
    unwatch = watched === undefined ? undefined : chat.message(watched).subscribe(look)
  })
  return () => {
    stop()
    unwatch?.()
  }
}
