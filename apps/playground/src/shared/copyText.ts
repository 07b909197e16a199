/** Puts a text on the clipboard; gives back whether it is there. Where the page has no clipboard, as over plain http, the old way. */
export const copyText = async (text: string): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copyByCommand(text)
  }
}

const copyByCommand = (text: string): boolean => {
  let isCopied = false
  const copied = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text)
    event.preventDefault()
    isCopied = event.clipboardData !== null
  }
  document.addEventListener('copy', copied, { once: true, capture: true })
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing has taken its place where there is no clipboard
  const isDone = document.execCommand('copy')
  document.removeEventListener('copy', copied, { capture: true })
  return isDone && isCopied
}
