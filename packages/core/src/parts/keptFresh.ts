import type { Outcome } from '../model/outcome.ts'
import type { PartContext } from '../part.ts'
import { isUnexpected } from './isUnexpected.ts'

/** Something that is loaded when somebody first wants it, and anew after a gap. */
export interface KeptFresh {
  /** Somebody begins to want it, or stops: as many times as they began. */
  readonly want: (wanted: boolean) => void
  /** What is here may not be right any more: it is loaded anew if it is wanted, or when it is wanted next. */
  readonly outdated: () => void
  /** Loads it now. Calls while it is loading are that one. */
  readonly load: () => Promise<Outcome>
}

export const keptFresh = (context: Pick<PartContext, 'online' | 'onSynced' | 'report'>, run: () => Promise<Outcome>): KeptFresh => {
  let wanting = 0
  let fresh = false
  let syncs = 0
  let changes = 0
  let running: Promise<Outcome> | undefined

  const begin = async (): Promise<Outcome> => {
    const [synced, changed] = [syncs, changes]
    const outcome = await run()
    running = undefined
    if (outcome.ok && changed === changes) fresh = true
    // It was asked for over a link that is gone, or is outdated already.
    else if (synced !== syncs || changed !== changes) loadIfWanted()
    return outcome
  }
  const load = (): Promise<Outcome> => (running ??= begin())
  const loadIfWanted = (): void => {
    if (wanting === 0 || fresh || running !== undefined || !context.online()) return
    const synced = syncs
    void load().then(outcome => {
      if (!outcome.ok && isUnexpected(outcome.error) && synced === syncs) context.report(outcome.error)
    })
  }
  const outdated = (): void => {
    changes++
    fresh = false
    loadIfWanted()
  }
  context.onSynced(continuity => {
    syncs++
    if (continuity === 'gap') outdated()
    else loadIfWanted()
  })

  return {
    want: wanted => {
      wanting += wanted ? 1 : -1
      if (wanted) loadIfWanted()
    },
    outdated,
    load,
  }
}
