/** Opens the browser's file dialog; nothing is called if it is closed without a choice. */
export const pickFiles = (accept: string, picked: (files: readonly File[]) => void): void => {
  const input = document.createElement('input')
  Object.assign(input, { type: 'file', multiple: true, accept, hidden: true })
  input.addEventListener('change', () => {
    input.remove()
    picked([...(input.files ?? [])])
  })
  input.addEventListener('cancel', () => input.remove())
  // Some browsers forget one that isn't in the document.
  document.body.append(input)
  input.click()
}
