/** Moves the focus through a menu's items with the arrow keys, Home and End; gives back whether the key was one of these. */
export const moveThroughMenu = (menu: HTMLElement, key: string): boolean => {
  const items = [...menu.querySelectorAll<HTMLElement>('[role=menuitem]')]
  const at = items.findIndex(item => item === document.activeElement)
  const to = new Map([
    ['ArrowDown', (at + 1) % items.length],
    ['ArrowUp', (at <= 0 ? items.length : at) - 1],
    ['Home', 0],
    ['End', items.length - 1],
  ]).get(key)
  if (to === undefined) return false
  items[to]?.focus()
  return true
}
