import type { Body, JsonObject, Mentions } from '@parlance/core'
import { said } from '../said.ts'
import { isJsonObject } from '../sdk/jsonObject.ts'
import type { Raw } from '../sdk/raw.ts'
import { parsed, rawOf, textsOf } from '../sdk/raw.ts'

/**
 * The entry of a message's `ext` that belongs to the adapter: its localId, and what Easemob's own fields can't say. Applications on
 * Parlance never see it, others may leave it alone.
 */
export const RESERVED = 'parlance'
/** Where Easemob's own user interface keeps whom a text mentions: their names, or one word for all. */
const MENTIONS = 'em_at_list'
const ALL = 'ALL'

/** Whether the SDK's fields say all of a body. */
const isCarried = (body: Body): boolean => body.type === 'text' || (body.type === 'custom' && survives(body.data))

/** What is in the adapter's entry. */
export interface Reserved {
  /** The localId. */
  readonly id?: string
  /** `ext` as JSON, where the SDK would lose some of it on the way. */
  readonly ext?: string
  /** The body as it is, where the SDK's fields don't say all of it. */
  readonly body?: Body
  readonly [name: string]: unknown
}

/** What came beside a body. */
export interface Beside {
  /** The application's, if there is any. */
  readonly ext?: JsonObject
  /** The adapter's. */
  readonly reserved: Raw
  readonly mentions?: Mentions
}

/**
 * Whether the SDK carries an object unchanged as its list of keys and values: `__proto__` gets lost, and so do whole numbers beyond
 * 53 bits. What is nested goes as JSON and is safe.
 */
export const survives = (object: JsonObject): boolean =>
  Object.entries(object).every(
    ([key, value]) => key !== '__proto__' && key !== RESERVED && (!Number.isInteger(value) || Number.isSafeInteger(value)),
  )

/** `ext` as it leaves: with whom the body mentions, and with the body itself where the SDK's fields don't say all of it. */
export const packExt = (body: Body, ext: JsonObject | undefined, beside: Reserved): Raw => {
  const mentions = body.type === 'text' ? body.mentions : undefined
  const reserved: Reserved = isCarried(body) ? beside : { ...beside, body }
  const own =
    ext === undefined || survives(ext) ? { ...ext, [RESERVED]: reserved } : { [RESERVED]: { ...reserved, ext: JSON.stringify(ext) } }
  return mentions === undefined ? own : { ...own, [MENTIONS]: mentions === 'everyone' ? ALL : [...mentions] }
}

/** `ext` of a message as it came. */
export const unpackExt = (message: Raw): Beside => {
  const { [RESERVED]: entry, [MENTIONS]: list, ...rest } = rawOf(message['ext'])
  // Lists of conversations bring what is nested as text.
  const reserved = rawOf(parsed(entry))
  const isMentioning = message['type'] === 'txt' && list !== undefined
  const beside = isMentioning || list === undefined ? rest : { ...rest, [MENTIONS]: list }
  const own = typeof reserved['ext'] === 'string' ? parsed(reserved['ext']) : beside
  const mentions = isMentioning ? mentionsIn(parsed(list) ?? list) : undefined
  return said({ reserved, ext: isJsonObject(own) && Object.keys(own).length > 0 ? own : undefined, mentions })
}

const mentionsIn = (list: unknown): Mentions | undefined => {
  if (list === ALL) return 'everyone'
  const users = textsOf(list)
  return users.length > 0 ? users : undefined
}
