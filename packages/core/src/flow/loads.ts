import { chatError, type ChatError } from '../model/error.ts'
import type { ConversationId } from '../model/ids.ts'
import { failed, type Outcome } from '../model/outcome.ts'
import type { FlowContext } from './flowContext.ts'

/** What is asked for: the same asked for twice at once is one load. */
export type LoadName = 'newest' | 'older' | 'newer' | `around ${string}` | `gap ${string}` | `confirm ${string}`
export type Load = (signal: AbortSignal) => Promise<Outcome>

/** The loads under way, by conversation. */
export interface Loads {
  /** Runs a load, or joins the one under way. It is refused as `offline` where there is no link, and ends busy time when it settles. */
  readonly run: (conversation: ConversationId, name: LoadName, load: Load) => Promise<Outcome>
  /** Ends all loads, one conversation's, or one of them, as `cancelled`: what is asked for next is asked anew. */
  readonly cancel: (conversation?: ConversationId, name?: LoadName) => void
  /** There is a link again: failures for want of one are none any more. */
  readonly forgiveOffline: () => void
}

interface Running {
  readonly outcome: Promise<Outcome>
  readonly controller: AbortController
}

/** Shares loads that are asked for twice, and shows how each conversation's loading goes as `history.state` [RCV6]. */
export const createLoads = ({ reader, sink, busy, disposed }: FlowContext): Loads => {
  const running = new Map<ConversationId, Map<LoadName, Running>>()
  const offline = new Set<ConversationId>()

  const show = (conversation: ConversationId, state: 'idle' | 'loading' | 'failed', error?: ChatError): void => {
    if (disposed.aborted) return
    if (error?.code === 'offline') offline.add(conversation)
    else offline.delete(conversation)
    sink.change({ type: 'history', conversation, state, ...(error !== undefined && { error }) })
  }

  const isShown = (name: LoadName): boolean => !name.startsWith('gap ') && !name.startsWith('confirm ')
  const showsLoading = (conversation: ConversationId): boolean => [...(running.get(conversation)?.keys() ?? [])].some(isShown)

  const begin = (conversation: ConversationId, name: LoadName, load: Load): Promise<Outcome> => {
    const controller = new AbortController()
    const end = busy.begin()
    if (isShown(name) && !showsLoading(conversation)) show(conversation, 'loading')
    const settled = (outcome: Outcome): Outcome => {
      end()
      const others = running.get(conversation)
      // Else it was cancelled, and another may have begun.
      if (others?.get(name)?.controller !== controller) return outcome
      others.delete(name)
      if (others.size === 0) running.delete(conversation)
      if (!isShown(name) || showsLoading(conversation)) return outcome
      if (outcome.ok || outcome.error.code === 'cancelled') show(conversation, 'idle')
      else show(conversation, 'failed', outcome.error)
      return outcome
    }
    const outcome = load(controller.signal).then(settled, (thrown: unknown) => settled(failed(chatError('internal', { cause: thrown }))))
    const loads = running.get(conversation) ?? new Map<LoadName, Running>()
    running.set(conversation, loads.set(name, { outcome, controller }))
    return outcome
  }

  const run: Loads['run'] = (conversation, name, load) => {
    if (disposed.aborted) return Promise.resolve(failed(chatError('cancelled')))
    const under = running.get(conversation)?.get(name)
    if (under !== undefined) return under.outcome
    if (reader.connection.state === 'online') return begin(conversation, name, load)
    const error = chatError('offline')
    if (isShown(name) && !showsLoading(conversation)) show(conversation, 'failed', error)
    return Promise.resolve(failed(error))
  }

  const cancel: Loads['cancel'] = (conversation, name) => {
    for (const id of conversation === undefined ? [...running.keys()] : [conversation]) {
      const wasShown = showsLoading(id)
      for (const [other, { controller }] of [...(running.get(id) ?? [])]) {
        if (name !== undefined && name !== other) continue
        running.get(id)?.delete(other)
        controller.abort()
      }
      if (wasShown && !showsLoading(id)) show(id, 'idle')
    }
  }
  disposed.addEventListener('abort', () => cancel(), { once: true })

  return {
    run,
    cancel,
    forgiveOffline: () => {
      for (const conversation of [...offline]) show(conversation, 'idle')
    },
  }
}
