import type { ChatError } from '../model/error.ts'
import type { ConversationId, UserId } from '../model/ids.ts'
import type { Json } from '../model/json.ts'
import { done, type Outcome } from '../model/outcome.ts'
import { spelledUser } from '../parts/checkedUser.ts'
import { keptFresh, type KeptFresh } from '../parts/keptFresh.ts'
import type { PartContext } from '../part.ts'
import type { MembersPage } from '../protocol/transport.ts'
import { unnamedLeft } from './unnamedLeft.ts'

/** How far the members of a conversation are loaded. */
export interface MemberPages {
  readonly state: 'idle' | 'loading' | 'failed'
  /** Whether loading more may bring some. */
  readonly hasMore: boolean
  readonly error?: ChatError
}

/** Brings the members of one conversation, page by page. */
export interface MemberLoad extends KeptFresh {
  /** As many pages as were loaded, anew: at first one. */
  readonly load: () => Promise<Outcome>
  readonly more: () => Promise<Outcome>
  readonly pages: () => MemberPages
}

export interface MemberLoadOptions {
  readonly context: PartContext
  readonly conversation: ConversationId
  readonly ask: (query: { readonly count: number; readonly cursor?: Json }) => Promise<Outcome<MembersPage>>
  /** `pages` is another one. */
  readonly changed: () => void
}

/** A list on its way from the first page to the last: when it was asked for, and whom it named so far. */
interface Walk {
  readonly requested: number
  readonly named: Set<UserId>
}

const pageSize = 100

export const createMemberLoad = ({ context, conversation, ask, changed }: MemberLoadOptions): MemberLoad => {
  let pages: MemberPages = { state: 'idle', hasMore: true }
  let loaded = 0
  let cursor: Json | undefined
  let walk: Walk | undefined
  /** The list is being read anew. */
  let reading = false
  let turning: Promise<Outcome> | undefined

  const show = (next: MemberPages): void => {
    pages = next
    changed()
  }

  const tellLeft = ({ named, requested }: Walk): void =>
    context.tell(unnamedLeft(context.conversation(conversation), named, requested, context.self), requested)

  const turn = async (count: number, from?: Json): Promise<Outcome> => {
    const mine = (walk = from === undefined || walk === undefined ? { requested: context.seq(), named: new Set() } : walk)
    show({ state: 'loading', hasMore: pages.hasMore })
    let at = from
    for (let turned = 1; turned <= count; turned++) {
      const requested = context.seq()
      const answer = await ask({ count: pageSize, ...(at !== undefined && { cursor: at }) })
      if (!answer.ok) {
        if (mine === walk) show({ state: 'failed', hasMore: pages.hasMore, error: answer.error })
        return answer
      }
      const { members, next } = answer.value
      context.tell(
        members.map(fact => ({ ...fact, origin: 'history' })),
        requested,
      )
      // A newer walk has begun: that one tells where the list goes on.
      if (mine !== walk) return done
      for (const { membership } of members) mine.named.add(spelledUser(context, membership.user))
      if (next === undefined) tellLeft(mine)
      loaded = from === undefined ? turned : loaded + 1
      cursor = at = next
      if (next === undefined) break
    }
    show({ state: 'idle', hasMore: cursor !== undefined })
    return done
  }

  const fresh = keptFresh(context, async () => {
    reading = true
    const outcome = await turn(Math.max(1, loaded))
    reading = false
    return outcome
  })
  const more = async (): Promise<Outcome> => {
    if (loaded === 0) return fresh.load()
    if (reading) {
      // Where the list goes on is known only then.
      const outcome = await fresh.load()
      return outcome.ok ? more() : outcome
    }
    if (cursor === undefined) return done
    turning ??= turn(1, cursor).finally(() => {
      turning = undefined
    })
    return turning
  }

  return { ...fresh, more, pages: () => pages }
}
