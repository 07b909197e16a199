import { chatError } from '../model/error.ts'
import type { ConversationSettings } from '../model/conversation.ts'
import type { ConversationId } from '../model/ids.ts'
import { failed, type Outcome } from '../model/outcome.ts'
import { createEntryRequests } from './entryRequests.ts'
import type { FlowContext } from './flowContext.ts'
import { createListPages } from './listPages.ts'
import { createRemovals, type RemovalsOptions } from './removals.ts'
import { createSettings } from './settings.ts'

/** The conversation list, and what I do to its lines. */
export interface ConversationListFlow {
  /** The first page, or with `more` the next. Nothing to do where the backend keeps no list. */
  readonly load: (options?: { readonly more?: boolean }) => Promise<Outcome>
  /** As much as was loaded so far, anew. */
  readonly reload: () => Promise<Outcome>
  /** Only the backend can tell this conversation's unread number now [UNR2]. Many at once are one request. */
  readonly refreshEntry: (conversation: ConversationId) => void
  readonly remove: (conversation: ConversationId, options?: { readonly withHistory?: boolean }) => Promise<Outcome>
  readonly set: (conversation: ConversationId, settings: ConversationSettings) => Promise<Outcome>
  /** The link is synced: the list is loaded if it never was, and anew after a gap [RCV2]. */
  readonly afterSynced: (continuity: 'whole' | 'gap') => Promise<void>
  /** Ends all that is under way, as `cancelled`. */
  readonly cancel: () => void
}

export const createConversationList = (context: FlowContext, options: RemovalsOptions): ConversationListFlow => {
  let controller = new AbortController()
  const signal = (): AbortSignal => controller.signal
  const pages = createListPages(context, signal)
  const entries = createEntryRequests(context, signal)
  const removals = createRemovals(context, signal, options)
  const settings = createSettings(context, signal)

  const work = async (run: () => Promise<Outcome>): Promise<Outcome> => {
    if (context.disposed.aborted) return failed(chatError('cancelled'))
    const end = context.busy.begin()
    try {
      return await run()
    } finally {
      end()
    }
  }

  return {
    load: ({ more = false } = {}) => work(more ? pages.next : pages.first),
    reload: () => work(pages.reload),
    refreshEntry: entries.want,
    remove: (conversation, { withHistory = false } = {}) => work(() => removals.remove(conversation, withHistory)),
    set: (conversation, change) => work(() => settings.set(conversation, change)),
    afterSynced: async continuity => {
      if (continuity === 'gap' || !pages.begun()) {
        const loaded = await work(pages.reload)
        if (!loaded.ok && loaded.error.code !== 'cancelled') context.sink.report(loaded.error)
      }
      entries.resume()
    },
    cancel: () => {
      controller.abort()
      controller = new AbortController()
    },
  }
}
