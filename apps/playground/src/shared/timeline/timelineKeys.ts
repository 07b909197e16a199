import type { Rows } from './createRows.ts'

/**
 * Arrow keys move the focus from message to message, Enter opens the menu of the one that has it, Home and End go to the ends of the list,
 * Page Up and Page Down a page on: at once, for rows that are measured on the way would cut a browser's own scrolling short. Keys in popups are theirs.
 */
export const timelineKeys = (event: KeyboardEvent, scroller: HTMLElement, { toStart, toEnd }: Pick<Rows, 'toStart' | 'toEnd'>): void => {
  const { target, key } = event
  if (!(target instanceof HTMLElement) || event.defaultPrevented || target.closest('.popup') !== null) return
  const focused = target.closest<HTMLElement>(MESSAGE)
  const act = actions.get(key)
  if (act !== undefined) {
    event.preventDefault()
    act({ scroller, focused, toStart, toEnd })
  } else if (key === 'Enter' && focused !== null && focused === target) {
    event.preventDefault()
    focused.querySelector<HTMLElement>('[data-testid=menu-button]')?.click()
  }
}

const MESSAGE = '[data-testid=message]'

interface Place extends Pick<Rows, 'toStart' | 'toEnd'> {
  readonly scroller: HTMLElement
  readonly focused: HTMLElement | null
}

const move =
  (step: number) =>
  ({ scroller, focused }: Place): void => {
    const messages = [...scroller.querySelectorAll<HTMLElement>(MESSAGE)]
    const inSight = messages.filter(message => isInSight(message, scroller))
    // One that was scrolled away from is no place to go on from.
    const next = focused !== null && inSight.includes(focused) ? messages[messages.indexOf(focused) + step] : inSight.at(-1)
    next?.focus()
  }

/** A little of what was seen stays in sight. */
const turnPage =
  (direction: -1 | 1) =>
  ({ scroller }: Place): void =>
    scroller.scrollBy({ top: direction * 0.85 * scroller.clientHeight, behavior: 'instant' })

const actions: ReadonlyMap<string, (place: Place) => void> = new Map([
  ['ArrowUp', move(-1)],
  ['ArrowDown', move(1)],
  ['PageUp', turnPage(-1)],
  ['PageDown', turnPage(1)],
  ['Home', ({ toStart }: Place) => toStart()],
  ['End', ({ toEnd }: Place) => toEnd()],
])

const isInSight = (message: HTMLElement, scroller: HTMLElement): boolean => {
  const { top, bottom } = message.getBoundingClientRect()
  const room = scroller.getBoundingClientRect()
  return top < room.bottom && bottom > room.top
}
