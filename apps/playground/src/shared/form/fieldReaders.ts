import type { JsonObject } from '@parlance/core'
import type { FormValues } from './form.ts'

/** Reads fields one by one, and notes a sentence for each that can't be read. */
export interface FieldReader {
  /** What is written, without spaces around it. */
  readonly text: (field: string) => string
  readonly required: (field: string, sentence: string) => string
  /** `undefined`: nothing is written. */
  readonly number: (field: string, bounds: NumberBounds) => number | undefined
  readonly webAddress: (field: string) => string
  readonly jsonObject: (field: string) => JsonObject | undefined
  readonly complain: (field: string, sentence: string) => void
  readonly problems: FormValues
}

export interface NumberBounds {
  readonly least: number
  readonly most: number
  readonly isWhole?: boolean
  readonly sentence: string
}

export const readFields = (values: FormValues): FieldReader => {
  const problems: Record<string, string> = {}
  const complain = (field: string, sentence: string): void => {
    problems[field] ??= sentence
  }
  const text = (field: string): string => (values[field] ?? '').trim()
  const required = (field: string, sentence: string): string => {
    if (text(field) === '') complain(field, sentence)
    return text(field)
  }
  return {
    problems,
    complain,
    text,
    required,
    number: (field, { least, most, isWhole = false, sentence }) => {
      if (text(field) === '') return undefined
      // As people write them, too: a comma, a minus from a text.
      const number = Number(text(field).replace(',', '.').replace('−', '-'))
      if (!(number >= least && number <= most) || (isWhole && !Number.isInteger(number))) complain(field, sentence)
      return number
    },
    webAddress: field => {
      const url = required(field, 'An address is needed.')
      if (!isWebAddress(url)) complain(field, 'An address begins with https:// or http://.')
      return url
    },
    jsonObject: field => {
      if (text(field) === '') return undefined
      const read = readJsonObject(text(field))
      if (read === undefined) complain(field, NO_JSON_OBJECT)
      return read
    },
  }
}

export const NO_JSON_OBJECT = 'This has to be a JSON object, as {"since": 5}.'

/** `undefined`: it is none. */
export const readJsonObject = (text: string): JsonObject | undefined => {
  try {
    const json: unknown = JSON.parse(text)
    return isJsonObject(json) ? json : undefined
  } catch {
    return undefined
  }
}

/** Of what `JSON.parse` gave. */
const isJsonObject = (json: unknown): json is JsonObject => typeof json === 'object' && json !== null && !Array.isArray(json)

const isWebAddress = (url: string): boolean => /^https?:\/\//i.test(url) && URL.canParse(url)
