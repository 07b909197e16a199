import type { Mentionable } from './mentionable.ts'

/** A stretch of a text: words, or somebody who is named in it. */
export type MentionPart = string | { readonly text: string; readonly named: Mentionable }

/** Letters, digits and what joins them: an address like `me@bob.example` names nobody. */
const WORD = /[\p{L}\p{N}_]/u

/** Cuts a text where `@` and a handle stand for themselves. Joined, the parts are the text. */
export const splitMentions = (text: string, people: readonly Mentionable[]): readonly MentionPart[] => {
  // The longest first: in “@Ann Lee” Ann isn't meant.
  const longestFirst = [...people].sort((one, other) => other.handle.length - one.handle.length)
  const parts: MentionPart[] = []
  let done = 0
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', Math.max(done, at + 1))) {
    const named = WORD.test(text.charAt(at - 1)) ? undefined : longestFirst.find(({ handle }) => stands(text, at + 1, handle))
    if (named === undefined) continue
    if (at > done) parts.push(text.slice(done, at))
    done = at + 1 + named.handle.length
    parts.push({ text: text.slice(at, done), named })
  }
  if (done < text.length) parts.push(text.slice(done))
  return parts
}

const stands = (text: string, at: number, handle: string): boolean =>
  text.startsWith(handle, at) && !WORD.test(String.fromCodePoint(text.codePointAt(at + handle.length) ?? 32))
