import { chatError } from '../model/error.ts'
import type { ConversationId, MessageId, MessageKey } from '../model/ids.ts'
import { done, failed, type Outcome } from '../model/outcome.ts'
import type { SendIntent } from '../protocol/intent.ts'
import { catchUp } from './catchUp.ts'
import { confirm, type Confirmation } from './confirm.ts'
import { createEnds } from './ends.ts'
import { fillGap, gapAbove } from './fillGap.ts'
import type { FlowContext } from './flowContext.ts'
import { loadAround } from './loadAround.ts'
import { loadNewer } from './loadNewer.ts'
import { loadOlder } from './loadOlder.ts'
import { createLoads } from './loads.ts'

export interface HistoryOptions {
  /** What comes first when the link is synced: after a gap the list tells where something was missed [RCV2]. */
  readonly listFirst: (continuity: 'whole' | 'gap') => Promise<void>
}

/** Whatever loads messages. Every function resolves, and what went wrong stands in `history.state`, too. */
export interface HistoryFlow {
  /** Somebody shows it: brings it to live, with something to show if there is anything. Without a link that waits for one. */
  readonly open: (conversation: ConversationId) => Promise<Outcome>
  readonly loadOlder: (conversation: ConversationId, options?: { readonly count?: number }) => Promise<Outcome>
  readonly loadNewer: (conversation: ConversationId, options?: { readonly count?: number }) => Promise<Outcome>
  readonly loadAround: (conversation: ConversationId, id: MessageId) => Promise<Outcome>
  /** `before`: the message right below the gap. */
  readonly fillGap: (before: MessageKey) => Promise<Outcome>
  /** Forgets what is loaded and loads the newest page. */
  readonly reset: (conversation: ConversationId) => Promise<Outcome>
  /** Whether a send whose answer was lost is in the history [SND6]. Never fails: then it is `unknown`. */
  readonly confirm: (conversation: ConversationId, intent: SendIntent) => Promise<Confirmation>
  /** To be called while the state is still as the last link left it. */
  readonly beforeSynced: () => void
  /** The link is synced: catches up what is shown; after a gap the list first [RCV2]. */
  readonly afterSynced: (continuity: 'whole' | 'gap') => Promise<void>
  /** Ends all that is under way, as `cancelled`. */
  readonly cancel: () => void
}

export const createHistory = (context: FlowContext, options: HistoryOptions): HistoryFlow => {
  const { reader, sink, busy } = context
  const loads = createLoads(context)
  const ends = createEnds(context)

  const isOnline = (): boolean => reader.connection.state === 'online'
  const isBlank = (conversation: ConversationId): boolean => (reader.conversation(conversation)?.coverage.length ?? 0) === 0

  /** To live, and on to something that can be shown [RCV5]. */
  const newest = (conversation: ConversationId, anew = false): Promise<Outcome> => {
    if (anew) loads.cancel(conversation, 'newest')
    return loads.run(conversation, 'newest', async signal => {
      const caught = await catchUp(context, { conversation, signal }, ends)
      if (!caught.ok || (reader.conversation(conversation)?.loaded ?? 0) > 0) return caught
      return loadOlder(context, { conversation, signal })
    })
  }

  const isAtLive = (conversation: ConversationId): boolean => reader.conversation(conversation)?.atLive ?? false

  return {
    open: async conversation => {
      if (isAtLive(conversation)) return done
      return isOnline() ? newest(conversation) : failed(chatError('offline'))
    },
    loadOlder: (conversation, { count } = {}) =>
      isBlank(conversation)
        ? newest(conversation)
        : loads.run(conversation, 'older', signal => loadOlder(context, { conversation, signal, count })),
    loadNewer: (conversation, { count } = {}) =>
      isBlank(conversation)
        ? newest(conversation)
        : loads.run(conversation, 'newer', signal => loadNewer(context, { conversation, signal, count })),
    loadAround: (conversation, id) => loads.run(conversation, `around ${id}`, signal => loadAround(context, { conversation, signal }, id)),
    fillGap: before => {
      const message = reader.message(before)
      if (message === undefined) return Promise.resolve(failed(chatError('notFound')))
      const gap = gapAbove(reader, message)
      if (gap === undefined) return Promise.resolve(done)
      const { conversation } = gap
      return loads.run(conversation, `gap ${gap.above}`, signal => fillGap(context, { conversation, signal }, gap))
    },
    reset: conversation => {
      if (!isOnline()) return Promise.resolve(failed(chatError('offline')))
      // An answer that was asked for before would say that it reaches live, without what came since and is forgotten now.
      loads.cancel(conversation)
      ends.forget(conversation)
      context.ingress.flush()
      sink.change({ type: 'forget', conversation })
      return newest(conversation)
    },
    confirm: async (conversation, intent) => {
      let confirmation: Confirmation = 'unknown'
      await loads.run(conversation, `confirm ${intent.key}`, async signal => {
        confirmation = await confirm(context, { conversation, signal }, intent)
        return done
      })
      return confirmation
    },
    beforeSynced: ends.fix,
    afterSynced: async continuity => {
      const end = busy.begin()
      loads.forgiveOffline()
      const listed = options.listFirst(continuity)
      if (continuity === 'gap') await listed
      // What the last link didn't answer any more is asked anew.
      const behind = [...reader.shown()].filter(conversation => !isAtLive(conversation))
      await Promise.all([listed, ...behind.map(conversation => newest(conversation, true))])
      end()
    },
    cancel: () => loads.cancel(),
  }
}
