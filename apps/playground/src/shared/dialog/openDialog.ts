/** Shows a dialog above all, calls `onClose` on Escape and on a press beside it. Gives back what hides it; the focus goes back to where it was. */
export const openDialog = (dialog: HTMLDialogElement, onClose: () => void): (() => void) => {
  const ending = new AbortController()
  const { signal } = ending
  const before = document.activeElement
  dialog.addEventListener(
    'cancel',
    event => {
      event.preventDefault()
      onClose()
    },
    { signal },
  )
  dialog.addEventListener(
    'pointerdown',
    event => {
      // What is inside has a target of its own.
      if (event.target === dialog) onClose()
    },
    { signal },
  )
  dialog.showModal()
  dialog.querySelector<HTMLElement>('input, textarea')?.focus()
  return () => {
    ending.abort()
    dialog.close()
    if (before instanceof HTMLElement && before.isConnected) before.focus()
  }
}
