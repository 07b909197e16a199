import emojiData from 'emoji-picker-element-data/en/emojibase/data.json?url'
import { currentTheme } from '../theme/theme.ts'
import { drawPictures } from './drawPictures.ts'

/** Puts an emoji picker into an element, once its code has come; gives back what takes it away. */
export const mountEmojiPicker = (host: HTMLElement, onPick: (emoji: string) => void): (() => void) => {
  let wanted = true
  const mount = async (): Promise<void> => {
    const { Picker } = await import('emoji-picker-element')
    if (!wanted) return
    // A version is named, so that nothing is hidden that fonts don't have: all are drawn as pictures.
    const picker = new Picker({ dataSource: emojiData, locale: 'en', emojiVersion: 17 })
    picker.className = currentTheme.get()
    picker.addEventListener('emoji-click', ({ detail }) => {
      if (detail.unicode !== undefined) onPick(detail.unicode)
    })
    if (picker.shadowRoot !== null) drawPictures(picker.shadowRoot)
    host.replaceChildren(picker)
    picker.shadowRoot?.querySelector<HTMLElement>('input')?.focus()
  }
  void mount()
  return () => {
    wanted = false
    host.replaceChildren()
  }
}
