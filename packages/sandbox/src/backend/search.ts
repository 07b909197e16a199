import type { Body, Json, SearchBy, SearchPage, SearchQuery } from '@parlance/core'
import { attachmentOf, chatError } from '@parlance/core'
import type { Requests } from './backend.ts'
import { fieldsOf } from './fieldsOf.ts'
import { currentMessageFor } from './messageFacts.ts'
import type { Place } from './permissions.ts'
import { placeOf } from './permissions.ts'
import { isListed } from './sight.ts'
import type { StoredMessage } from './storedMessage.ts'
import type { Asker, World } from './world.ts'

/**
 * What a member can see and all that is asked for fits, newest first, as it stands now [SCH1]. Throws `unsupported` for what isn't searched
 * by, `invalid` for a cursor of something else.
 */
export const search = (world: World, { user }: Asker, { query }: Requests['search']['args']): SearchPage => {
  const { search: by, history } = world.policy.capabilities
  if (by === undefined) throw chatError('unsupported')
  for (const name of asked(query))
    if (!by.includes(name)) throw chatError('unsupported', { path: 'query', message: `Nobody searches by ${name} here.` })
  const place = placeOf(world, user, query.conversation)
  const count = Math.max(1, Math.min(query.count, history.maxPage))
  const { found, more } = matches(place, query, count)
  return {
    messages: found.map(message => currentMessageFor(world, user, place.talk, message)),
    ...(more && { next: { below: found.at(-1)?.sequence ?? 0 } }),
  }
}

const asked = ({ text, types, senders, since, until }: SearchQuery): readonly SearchBy[] => [
  ...(text === undefined ? [] : (['text'] as const)),
  ...(types === undefined ? [] : (['types'] as const)),
  ...(senders === undefined ? [] : (['senders'] as const)),
  ...(since === undefined && until === undefined ? [] : (['times'] as const)),
]

const matches = (
  { talk, seat }: Place,
  query: SearchQuery,
  count: number,
): { readonly found: readonly StoredMessage[]; readonly more: boolean } => {
  const below = query.cursor === undefined ? talk.log.head + 1 : readCursor(query.cursor)
  const fits = matcher(query)
  const found: StoredMessage[] = []
  for (const message of talk.log.downwards(Math.min(below - 1, talk.log.head), seat.floor)) {
    if (message.recalled !== undefined || !isListed(seat, message) || !fits(message)) continue
    if (found.length === count) return { found, more: true }
    found.push(message)
  }
  return { found, more: false }
}

const matcher = ({ text, types, senders, since = -Infinity, until = Infinity }: SearchQuery): ((message: StoredMessage) => boolean) => {
  const words = text === undefined ? undefined : folded(text)
  return ({ content, from, sentAt }) =>
    content !== undefined &&
    (words === undefined || folded(wordsOf(content.body)).includes(words)) &&
    (types?.includes(content.body.type) ?? true) &&
    (senders?.includes(from) ?? true) &&
    sentAt >= since &&
    sentAt <= until
}

/** Upper and lower case are one, and so are two spellings of one letter. */
const folded = (text: string): string => text.normalize('NFC').toLowerCase()

/** What people read of a body. */
const wordsOf = (body: Body): string => {
  switch (body.type) {
    case 'text':
      return body.text
    case 'urlImage':
      return body.name ?? ''
    case 'location':
      return [body.name, body.address].filter(Boolean).join('\n')
    case 'notice':
      return body.title ?? ''
    default:
      return attachmentOf(body)?.name ?? ''
  }
}

const readCursor = (cursor: Json): number => {
  const below = fieldsOf(cursor).get('below')
  if (typeof below === 'number' && Number.isSafeInteger(below) && below >= 0) return below
  throw chatError('invalid', { path: 'query.cursor', message: 'This is no cursor of a search.' })
}
