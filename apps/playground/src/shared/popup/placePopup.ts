const MARGIN = 8

/** Puts a popup below its anchor, or above where there is more room, inside the window. */
export const placePopup = (anchor: HTMLElement, popup: HTMLElement): void => {
  const from = anchor.getBoundingClientRect()
  const { offsetWidth: width, offsetHeight: height } = popup
  const below = window.innerHeight - from.bottom - MARGIN
  const top = below >= height || below >= from.top ? from.bottom + 4 : from.top - height - 4
  const start = from.left + from.width / 2 < window.innerWidth / 2 ? from.left : from.right - width
  const inside = (at: number, size: number, room: number): number => Math.max(MARGIN, Math.min(at, room - size - MARGIN))
  popup.style.left = `${inside(start, width, window.innerWidth)}px`
  popup.style.top = `${inside(top, height, window.innerHeight)}px`
}
