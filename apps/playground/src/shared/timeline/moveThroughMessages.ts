/** Arrow keys move the focus from message to message, Enter opens the menu of the one that has it. */
export const moveThroughMessages = (event: KeyboardEvent, scroller: HTMLElement): void => {
  const focused = event.target
  if (!(focused instanceof HTMLElement)) return
  const onMessage = focused.matches('[data-testid=message]')
  if (!onMessage && focused !== scroller) return
  if (event.key === 'Enter' && onMessage) {
    event.preventDefault()
    focused.querySelector<HTMLElement>('.menu-anchor')?.click()
    return
  }
  const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
  if (step === 0) return
  event.preventDefault()
  const messages = [...scroller.querySelectorAll<HTMLElement>('[data-testid=message]')]
  const next = onMessage ? messages[messages.indexOf(focused) + step] : messages.filter(message => startsAbove(message, scroller)).at(-1)
  next?.focus()
}

const startsAbove = (message: HTMLElement, scroller: HTMLElement): boolean =>
  message.getBoundingClientRect().top < scroller.getBoundingClientRect().bottom
