import type { ChatError, ErrorCode } from '../../model/error.ts'
import { isChatError } from '../../model/error.ts'
import { canonicalJson } from '../../model/json.ts'

/** Throws the sentence unless the condition holds. */
export function demand(condition: boolean, sentence: string): asserts condition {
  if (!condition) throw new Error(sentence)
}

/** Throws unless both are the same JSON. */
export const demandEqual = (actual: unknown, expected: unknown, what: string): void => {
  demand(canonicalJson(actual) === canonicalJson(expected), `${what} is ${shown(actual)}, expected ${shown(expected)}.`)
}

/** Gives back what may be missing, or throws. */
export const present = <T>(value: T | undefined, what: string): T => {
  demand(value !== undefined, `There is no ${what}.`)
  return value
}

/** Throws unless an error has one of the codes. */
export const demandCode = (error: ChatError, codes: readonly ErrorCode[], what: string): void => {
  demand(codes.includes(error.code), `${what} was refused with ${error.code}, expected ${codes.join(' or ')}.`)
}

/** What was thrown, as a `ChatError`; throws a sentence if it is something else. */
export const chatErrorOf = (thrown: unknown, what: string): ChatError => {
  demand(isChatError(thrown), `${what} rejected with ${String(thrown)}, which is no ChatError.`)
  return thrown
}

const LONGEST = 600

/** A value for a sentence. */
const shown = (value: unknown): string => {
  const text = value === undefined ? 'undefined' : JSON.stringify(value)
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}
