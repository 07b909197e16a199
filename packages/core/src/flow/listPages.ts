import type { Json } from '../model/json.ts'
import { done, type Outcome } from '../model/outcome.ts'
import { askEntries, keepsList } from './askEntries.ts'
import type { FlowContext } from './flowContext.ts'

export interface ListPages {
  readonly first: () => Promise<Outcome>
  readonly next: () => Promise<Outcome>
  /** As many pages as were loaded, anew. */
  readonly reload: () => Promise<Outcome>
  /** Whether any page was loaded. */
  readonly begun: () => boolean
}

const pageSize = 50

/** The conversation list, page by page. */
export const createListPages = (context: FlowContext, signal: () => AbortSignal): ListPages => {
  let loaded = 0
  let cursor: Json | undefined
  /** A walk that a newer one overtook still tells its lines, but no longer where the list goes on. */
  let walk = 0
  const under = new Map<'first' | 'next', Promise<Outcome>>()

  const load = async (from: Json | undefined, pages: number): Promise<Outcome> => {
    if (!keepsList(context)) return done
    const mine = ++walk
    const until = signal()
    let at = from
    for (let turned = 0; turned < pages; turned++) {
      const answer = await askEntries(context, { count: pageSize, ...(at !== undefined && { cursor: at }) }, until)
      if (!answer.ok) return answer
      const { next } = answer.value
      if (mine !== walk) return done
      loaded = from === undefined ? turned + 1 : loaded + 1
      cursor = next
      if (next === undefined) break
      at = next
    }
    return done
  }

  /** The same asked for twice at once is one request. */
  const once = (name: 'first' | 'next', run: () => Promise<Outcome>): Promise<Outcome> => {
    const running = under.get(name)
    if (running !== undefined) return running
    const outcome = run().finally(() => under.delete(name))
    under.set(name, outcome)
    return outcome
  }

  const first = (): Promise<Outcome> => once('first', () => load(undefined, 1))
  return {
    first,
    next: () => (loaded === 0 ? first() : once('next', async () => (cursor === undefined ? done : load(cursor, 1)))),
    reload: () => load(undefined, Math.max(1, loaded)),
    begun: () => loaded > 0,
  }
}
