import type { MentionPicker } from './createMentionPicker.ts'

/** Has a picker look whenever the text of a field changes or its caret moves. Gives back what ends that. */
export const followField = (field: HTMLTextAreaElement, { look, close }: MentionPicker): (() => void) => {
  const ending = new AbortController()
  const { signal } = ending
  const moved = ({ target }: Event): void => {
    if (target === field) look(field)
  }
  // Last of all: what is drawn anew before a framework took the text over would be drawn with the one before.
  for (const type of ['input', 'keyup', 'click']) document.addEventListener(type, moved, { signal })
  field.addEventListener('blur', close, { signal })
  return () => {
    ending.abort()
    close()
  }
}
