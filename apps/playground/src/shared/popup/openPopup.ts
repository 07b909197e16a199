import { placePopup } from './placePopup.ts'

export interface PopupOptions {
  /** What it belongs to: gets the focus back. */
  readonly anchor: HTMLElement
  /** Has `popover="manual"`. */
  readonly popup: HTMLElement
  readonly onClose: () => void
}

/**
 * Shows an element above everything else, beside its anchor, and calls `onClose` on Escape, on a press elsewhere, and when the focus goes
 * elsewhere. Gives back what hides it.
 */
export const openPopup = ({ anchor, popup, onClose }: PopupOptions): (() => void) => {
  const place = (): void => placePopup(anchor, popup)
  const isInside = (target: EventTarget | null): boolean => popup.contains(nodeOf(target)) || anchor.contains(nodeOf(target))
  const pressed = (event: PointerEvent): void => {
    if (!isInside(event.target)) onClose()
  }
  // Asked at the end, it may be too late: some take the element away first.
  let hasFocus = false
  const entered = (): void => {
    hasFocus = true
  }
  const left = (event: FocusEvent): void => {
    if (event.relatedTarget === null || popup.contains(nodeOf(event.relatedTarget))) return
    hasFocus = false
    if (!isInside(event.relatedTarget)) onClose()
  }
  const typed = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    event.preventDefault()
    onClose()
  }
  popup.showPopover()
  place()
  const resized = new ResizeObserver(place)
  resized.observe(popup)
  document.addEventListener('pointerdown', pressed, true)
  document.addEventListener('scroll', place, true)
  window.addEventListener('resize', place)
  popup.addEventListener('focusin', entered)
  popup.addEventListener('focusout', left)
  popup.addEventListener('keydown', typed)
  return () => {
    resized.disconnect()
    document.removeEventListener('pointerdown', pressed, true)
    document.removeEventListener('scroll', place, true)
    window.removeEventListener('resize', place)
    popup.removeEventListener('focusin', entered)
    popup.removeEventListener('focusout', left)
    popup.removeEventListener('keydown', typed)
    if (popup.isConnected) popup.hidePopover()
    if (hasFocus && anchor.isConnected) anchor.focus()
  }
}

const nodeOf = (target: EventTarget | null): Node | null => (target instanceof Node ? target : null)
