import type { UserId } from '../model/ids.ts'
import { askFor } from '../parts/askFor.ts'
import { isUnexpected } from '../parts/isUnexpected.ts'
import type { PartContext } from '../part.ts'

export interface PresenceWatchOptions {
  /** Who is watched here. */
  readonly watched: () => Iterable<UserId>
  /** From now on the backend tells of these, and of nobody else. */
  readonly asking: (users: ReadonlySet<UserId>) => void
}

const nobody: ReadonlySet<UserId> = new Set()

/**
 * Keeps the backend told of who is watched: all changes of a task in one call, one call under way, and anew over every link
 * [PRS1]. A call that fails is made again with the next change or link.
 */
export const presenceWatch = (context: PartContext, { watched, asking }: PresenceWatchOptions): { readonly changed: () => void } => {
  const { transport, capabilities, clock } = context
  /** Who was asked for over this link; `undefined`: nobody knows what the backend has of it. */
  let asked: ReadonlySet<UserId> | undefined = nobody
  let scheduled = false
  let underWay = false
  let links = 0

  const ask = async (users: ReadonlySet<UserId>): Promise<void> => {
    const link = links
    const requested = context.seq()
    asked = users
    underWay = true
    asking(users)
    const answer = await askFor(context, transport.presence, capabilities().presence, (ops, op) => ops.watch([...users], op))
    if (link !== links) return
    underWay = false
    if (answer.ok) context.tell(answer.value, requested)
    else {
      asked = undefined
      if (isUnexpected(answer.error)) context.report(answer.error)
      // Nobody has changed anything since: it would only fail again.
      if (isSame(users, new Set(watched()))) return
    }
    changed()
  }

  const changed = (): void => {
    if (scheduled) return
    scheduled = true
    clock.microtask(() => {
      scheduled = false
      if (underWay || !context.online()) return
      const users = new Set(watched())
      if (asked === undefined || !isSame(asked, users)) void ask(users)
    })
  }

  context.onSynced(() => {
    links++
    asked = nobody
    underWay = false
    changed()
  })

  return { changed }
}

const isSame = (a: ReadonlySet<UserId>, b: ReadonlySet<UserId>): boolean => a.size === b.size && [...a].every(user => b.has(user))
