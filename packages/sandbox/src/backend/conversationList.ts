import type { ConversationPage, Json } from '@parlance/core'
import { chatError } from '@parlance/core'
import type { Requests } from './backend.ts'
import { activityOf, entryFor, lastListed } from './entries.ts'
import { fieldsOf } from './fieldsOf.ts'
import { editedFact, recalledFact } from './messageFacts.ts'
import type { Place } from './permissions.ts'
import type { Asker, World } from './world.ts'

/** Where a conversation stands in the list: pinned ones first, then by activity, then by id. */
interface Rank {
  readonly pinned: number
  readonly activity: number
  readonly id: string
}

/** A page of somebody's conversations. Throws `unsupported`, `invalid` for a cursor of something else. */
export const conversations = (world: World, asker: Asker, { count, cursor, only }: Requests['conversations']['args']): ConversationPage => {
  const { conversationList, history } = world.policy.capabilities
  if (!conversationList) throw chatError('unsupported')
  const wanted = only === undefined ? undefined : new Set<string>(only)
  const after = cursor === undefined ? undefined : readCursor(cursor)
  const ranked = [...listedFor(world, asker.user)]
    .map(place => ({ place, rank: rankOf(place) }))
    .filter(({ rank }) => (wanted === undefined || wanted.has(rank.id)) && (after === undefined || compare(after, rank) < 0))
    .sort((a, b) => compare(a.rank, b.rank))
  const page = ranked.slice(0, Math.max(1, Math.min(count, history.maxPage)))
  const last = page.at(-1)
  for (const { place } of page) tellOfLast(world, asker, place)
  return {
    entries: page.map(({ place: { talk, seat } }) => entryFor(world, talk, seat)),
    ...(last !== undefined && page.length < ranked.length && { next: { ...last.rank } }),
  }
}

/** Where a user belongs, unless he took it off his list and nothing came since. A direct one is there once something was said. */
function* listedFor(world: World, user: string): Generator<Place> {
  for (const talk of world.talks.of(user)) {
    const seat = talk.seats.get(user)
    if (seat?.state !== 'member') continue
    const last = lastListed(talk, seat)
    if (last === undefined ? talk.kind !== 'direct' && seat.removedThrough === undefined : last.sequence > (seat.removedThrough ?? 0)) {
      yield { talk, seat }
    }
  }
}

const rankOf = ({ talk, seat }: Place): Rank => ({ pinned: seat.pinned, activity: activityOf(talk, seat), id: talk.nameFor(seat.user) })

const compare = (a: Rank, b: Rank): number => b.pinned - a.pinned || b.activity - a.activity || (a.id < b.id ? -1 : a.id === b.id ? 0 : 1)

/** An entry has no room for what became of its last message: that goes beside it. */
const tellOfLast = (world: World, { device, user }: Asker, { talk, seat }: Place): void => {
  const message = lastListed(talk, seat)
  if (device === undefined || message === undefined) return
  const { recalled, edited, content } = message
  if (recalled !== undefined) {
    world.devices.tellDevice(device, { fact: viewer => recalledFact(world, viewer, talk, message, recalled, 'history') }, true)
  } else if (edited !== undefined && content !== undefined) {
    world.devices.tellDevice(device, { fact: () => editedFact(world, user, talk, message, edited, 'history') }, true)
  }
}

const readCursor = (cursor: Json): Rank => {
  const fields = fieldsOf(cursor)
  const [pinned, activity, id] = [fields.get('pinned'), fields.get('activity'), fields.get('id')]
  if (typeof pinned === 'number' && typeof activity === 'number' && typeof id === 'string') return { pinned, activity, id }
  throw chatError('invalid', { path: 'cursor', message: 'This is no cursor of a conversation list.' })
}
