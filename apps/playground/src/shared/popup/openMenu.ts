import { moveThroughMenu } from './moveThroughMenu.ts'
import type { PopupOptions } from './openPopup.ts'
import { openPopup } from './openPopup.ts'

/** A popup that holds a `role="menu"`: the first item gets the focus, arrow keys move it, Tab leaves. */
export const openMenu = (options: PopupOptions): (() => void) => {
  const { popup, onClose } = options
  const close = openPopup(options)
  const typed = (event: KeyboardEvent): void => {
    if (event.key === 'Tab') onClose()
    else if (moveThroughMenu(popup, event.key)) event.preventDefault()
  }
  popup.addEventListener('keydown', typed)
  moveThroughMenu(popup, 'Home')
  return () => {
    popup.removeEventListener('keydown', typed)
    close()
  }
}
