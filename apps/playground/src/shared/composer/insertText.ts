/** Puts a text where the caret is, in place of what is selected, as if it were typed. */
export const insertText = (field: HTMLTextAreaElement, text: string): void =>
  replaceText(field, text, { from: field.selectionStart, to: field.selectionEnd })

/** The same in place of a stretch of the text. */
export const replaceText = (
  field: HTMLTextAreaElement,
  text: string,
  { from, to }: { readonly from: number; readonly to: number },
): void => {
  field.setRangeText(text, from, to, 'end')
  field.dispatchEvent(new InputEvent('input', { bubbles: true, data: text, inputType: 'insertText' }))
}
