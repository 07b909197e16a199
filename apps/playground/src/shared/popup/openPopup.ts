import { placePopup } from './placePopup.ts'

export interface PopupOptions {
  /** What it belongs to: gets the focus back. */
  readonly anchor: HTMLElement
  /** Has `popover="manual"`. */
  readonly popup: HTMLElement
  readonly onClose: () => void
}

/** Those that are open, each above the one before: Escape is for the last. */
const stack: HTMLElement[] = []

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
  const focused = ({ target }: FocusEvent): void => {
    hasFocus = popup.contains(nodeOf(target))
    if (!isInside(target)) onClose()
  }
  const typed = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.isComposing || stack.at(-1) !== popup) return
    event.stopImmediatePropagation()
    event.preventDefault()
    onClose()
  }
  const ending = new AbortController()
  const listening = { signal: ending.signal, capture: true }
  popup.showPopover()
  stack.push(popup)
  place()
  const resized = new ResizeObserver(place)
  resized.observe(popup)
  document.addEventListener('pointerdown', pressed, listening)
  document.addEventListener('scroll', place, listening)
  window.addEventListener('resize', place, listening)
  // Wherever the focus is: it may be on the anchor.
  document.addEventListener('focusin', focused, listening)
  document.addEventListener('keydown', typed, listening)
  return () => {
    resized.disconnect()
    ending.abort()
    stack.splice(stack.indexOf(popup), 1)
    if (popup.isConnected) popup.hidePopover()
    if (hasFocus && anchor.isConnected) anchor.focus()
  }
}

const nodeOf = (target: EventTarget | null): Node | null => (target instanceof Node ? target : null)
