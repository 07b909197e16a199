import type { BodyType, SearchBy, SearchOptions, UserId } from '@parlance/core'
import { isBlank } from '../format/isBlank.ts'

/** What is looked for, as somebody fills it in. */
export interface SearchQuery {
  readonly text: string
  /** Empty: everybody. */
  readonly sender: UserId
  readonly kind: SearchKind
  /** `YYYY-MM-DD`, or empty. */
  readonly from: string
  readonly to: string
}

export const emptyQuery: SearchQuery = { text: '', sender: '', kind: 'any', from: '', to: '' }

export type SearchKind = 'any' | 'texts' | 'pictures' | 'files' | 'sound' | 'films' | 'places' | 'others'

const typesOf: Readonly<Record<Exclude<SearchKind, 'any'>, readonly BodyType[]>> = {
  texts: ['text'],
  pictures: ['image', 'urlImage'],
  files: ['file'],
  sound: ['audio'],
  films: ['video'],
  places: ['location'],
  others: ['custom'],
}

/** What to ask for; `undefined` while nothing is filled in. What the backend can't search by is left out. */
export const searchOptions = (
  { text, sender, kind, from, to }: SearchQuery,
  able: readonly SearchBy[],
): Omit<SearchOptions, 'count' | 'after'> | undefined => {
  const options = {
    ...(able.includes('text') && !isBlank(text) && { text: text.trim() }),
    ...(able.includes('senders') && sender !== '' && { senders: [sender] }),
    ...(able.includes('types') && kind !== 'any' && { types: typesOf[kind] }),
    ...(able.includes('times') && from !== '' && { since: startOf(from) }),
    ...(able.includes('times') && to !== '' && { until: endOf(to) }),
  }
  return Object.keys(options).length === 0 ? undefined : options
}

const startOf = (day: string): number => new Date(`${day}T00:00`).getTime()

/** The last millisecond of a day, however long that is. */
const endOf = (day: string): number => {
  const at = new Date(`${day}T00:00`)
  return at.setDate(at.getDate() + 1) - 1
}
