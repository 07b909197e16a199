import emojiData from 'emoji-picker-element-data/en/emojibase/data.json?url'
import { currentTheme } from '../theme/theme.ts'

/** Puts an emoji picker into an element, once its code has come; gives back what takes it away. */
export const mountEmojiPicker = (host: HTMLElement, onPick: (emoji: string) => void): (() => void) => {
  let wanted = true
  const mount = async (): Promise<void> => {
    const { Picker } = await import('emoji-picker-element')
    if (!wanted) return
    // A version is named, so that nothing is hidden where no colour font is.
    const picker = new Picker({ dataSource: emojiData, locale: 'en', emojiVersion: 15 })
    picker.className = currentTheme.get()
    picker.addEventListener('emoji-click', ({ detail }) => {
      if (detail.unicode !== undefined) onPick(detail.unicode)
    })
    host.replaceChildren(picker)
    picker.shadowRoot?.querySelector<HTMLElement>('input')?.focus()
  }
  void mount()
  return () => {
    wanted = false
    host.replaceChildren()
  }
}
