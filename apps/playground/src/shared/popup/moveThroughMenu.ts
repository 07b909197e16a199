/**
 * Moves the focus through a menu with the arrow keys, Home and End: up and down from line to line, to both sides in a `.menu-row`, which is
 * one line. Gives back whether the key was one of these.
 */
export const moveThroughMenu = (menu: HTMLElement, key: string): boolean => {
  const lines = linesOf(menu)
  const at = lines.findIndex(line => line.some(item => item === document.activeElement))
  const line = lines[at] ?? []
  const place = line.findIndex(item => item === document.activeElement)
  const first = (index: number): Element | undefined => lines[index]?.[0]
  const to = new Map([
    ['ArrowDown', first((at + 1) % lines.length)],
    ['ArrowUp', first((at <= 0 ? lines.length : at) - 1)],
    ['ArrowRight', line[(place + 1) % line.length]],
    ['ArrowLeft', line[(place <= 0 ? line.length : place) - 1]],
    ['Home', first(0)],
    ['End', first(lines.length - 1)],
  ]).get(key)
  if (!(to instanceof HTMLElement)) return false
  to.focus()
  return true
}

const linesOf = (menu: HTMLElement): readonly (readonly Element[])[] => {
  const lines: Element[][] = []
  let row: Element | null = null
  for (const item of menu.querySelectorAll('[role^=menuitem]')) {
    const own = item.closest('.menu-row')
    if (own !== null && own === row) lines.at(-1)?.push(item)
    else lines.push([item])
    row = own
  }
  return lines
}
