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
  const isInside = (target: EventTarget | null): boolean => target instanceof Node && (popup.contains(target) || anchor.contains(target))
  const pressed = (event: PointerEvent): void => {
    if (!isInside(event.target)) onClose()
  }
  const left = (event: FocusEvent): void => {
    if (event.relatedTarget !== null && !isInside(event.relatedTarget)) onClose()
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
  popup.addEventListener('focusout', left)
  popup.addEventListener('keydown', typed)
  return () => {
    resized.disconnect()
    document.removeEventListener('pointerdown', pressed, true)
    document.removeEventListener('scroll', place, true)
    window.removeEventListener('resize', place)
    popup.removeEventListener('focusout', left)
    popup.removeEventListener('keydown', typed)
    const hadFocus = popup.contains(document.activeElement)
    if (popup.isConnected) popup.hidePopover()
    if (hadFocus && anchor.isConnected) anchor.focus()
  }
}
