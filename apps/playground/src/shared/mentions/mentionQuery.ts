import type { Mentionable } from './mentionable.ts'

/** What is being written after an `@`. */
export interface MentionQuery {
  /** Where the `@` stands. */
  readonly at: number
  readonly words: string
}

const BEFORE_CARET = /(?:^|[^\p{L}\p{N}_])@(?<words>[^@\n]{0,30})$/u

/** The mention that the caret stands in, if any. */
export const mentionQuery = (text: string, caret: number): MentionQuery | undefined => {
  const words = BEFORE_CARET.exec(text.slice(0, caret))?.groups?.['words']
  return words === undefined ? undefined : { at: caret - words.length - 1, words }
}

/** Who may be meant: a word of the name, or the handle, begins so. */
export const mentionMatches = (people: readonly Mentionable[], { words }: MentionQuery): readonly Mentionable[] => {
  const wanted = words.toLowerCase()
  const begins = (name: string): boolean => name.toLowerCase().startsWith(wanted)
  return people.filter(({ name, handle }) => begins(handle) || begins(name) || name.split(/\s+/).some(begins))
}
