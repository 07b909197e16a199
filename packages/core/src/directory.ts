import type { UserId } from './model/ids.ts'
import type { Readable } from './model/readable.ts'
import { isSafeUrl } from './model/url.ts'
import type { User } from './model/user.ts'
import { asChatError, chatError } from './model/error.ts'
import { failed, succeeded, type Outcome } from './model/outcome.ts'
import type { PartContext, PartReadable } from './part.ts'
import { WeakCache } from './store/weakCache.ts'

/** Names and pictures of users [USR1]. */
export interface Directory {
  /** The same Readable for the same id while it is referenced. */
  readonly user: (id: UserId) => Readable<User>
}

type AskUsers = (ids: readonly UserId[]) => Promise<readonly User[]>

const batchSize = 100
const retryMs = 30_000

/**
 * Asks for those users that somebody watches and that aren't known: all that come up in one turn together, a hundred at a time. `given`: the
 * application's own directory; else the transport's. Who isn't there is not asked for again before the next link.
 */
export const createDirectory = (
  { transport, capabilities, clock, ask, onSynced, report, readable, disposed }: PartContext,
  given: AskUsers | undefined,
): Directory => {
  const known = new Map<UserId, User>()
  const watched = new Map<UserId, PartReadable<User>>()
  const asked = new Set<UserId>()
  const wanted = new Set<UserId>()
  const readables = new WeakCache<PartReadable<User>>()
  let scheduled = false

  const want = (id: UserId): void => {
    if (known.has(id) || asked.has(id) || disposed.aborted) return
    wanted.add(id)
    if (scheduled) return
    scheduled = true
    clock.microtask(() => {
      scheduled = false
      const ids = [...wanted]
      wanted.clear()
      for (let from = 0; from < ids.length; from += batchSize) void load(ids.slice(from, from + batchSize))
    })
  }

  const load = async (ids: readonly UserId[]): Promise<void> => {
    for (const id of ids) asked.add(id)
    const answer = await request(ids)
    if (disposed.aborted) return
    if (!answer.ok) {
      for (const id of ids) asked.delete(id)
      // Without a link the next one asks; else after a while.
      if (answer.error.code === 'offline' || answer.error.code === 'unsupported') return
      report(answer.error)
      const timer = clock.setTimeout(again, retryMs)
      disposed.addEventListener('abort', () => clock.clearTimeout(timer), { once: true })
      return
    }
    for (const user of answer.value) {
      if (!ids.includes(user.id)) continue
      known.set(user.id, user)
      watched.get(user.id)?.refresh()
    }
  }

  const request = async (ids: readonly UserId[]): Promise<Outcome<readonly User[]>> => {
    if (given === undefined) {
      const facet = transport.users?.bind(transport)
      return facet === undefined || capabilities().users !== true
        ? failed(chatError('unsupported'))
        : sensible(await ask(op => facet(ids, op)))
    }
    try {
      return sensible(succeeded(await given(ids)))
    } catch (thrown) {
      return failed(asChatError(thrown))
    }
  }

  const again = (): void => {
    for (const id of watched.keys()) want(id)
  }

  onSynced(() => {
    asked.clear()
    again()
  })

  return {
    user: id =>
      readables.get(id, () => {
        const one: PartReadable<User> = readable(
          () => known.get(id) ?? { id, name: id },
          on => {
            if (on) watched.set(id, one)
            else watched.delete(id)
            if (on) want(id)
          },
        )
        return one
      }),
  }
}

/** What an answer holds that makes sense: a name is a text, a picture's URL one that may be followed [SEC2]. */
const sensible = (answer: Outcome<readonly User[]>): Outcome<readonly User[]> => {
  if (!answer.ok) return answer
  if (!Array.isArray(answer.value)) return failed(chatError('protocol', { message: 'A directory has to answer with a list of users.' }))
  return succeeded(
    answer.value.flatMap(({ id, name, avatar }) =>
      typeof id === 'string'
        ? [
            {
              id,
              name: typeof name === 'string' && name !== '' ? name : id,
              ...(typeof avatar === 'string' && isSafeUrl(avatar) && { avatar }),
            },
          ]
        : [],
    ),
  )
}
