import type { ConversationId } from '../model/ids.ts'
import { askEntries, keepsList } from './askEntries.ts'
import type { FlowContext } from './flowContext.ts'

export interface EntryRequests {
  readonly want: (conversation: ConversationId) => void
  /** Asks for what was wanted while there was no link. */
  readonly resume: () => void
}

const mostAtOnce = 100

/** Single lines of the list, asked for again: those wanted while a request is under way go together in the next. */
export const createEntryRequests = (context: FlowContext, signal: () => AbortSignal): EntryRequests => {
  const { reader, sink, busy, clock } = context
  const wanted = new Set<ConversationId>()
  let asking = false

  const isOnline = (): boolean => reader.connection.state === 'online'

  const begin = (): void => {
    if (asking || wanted.size === 0 || !isOnline()) return
    asking = true
    const end = busy.begin()
    clock.microtask(() => {
      void askAll().finally(() => {
        asking = false
        end()
      })
    })
  }

  const askAll = async (): Promise<void> => {
    const until = signal()
    while (wanted.size > 0 && isOnline()) {
      const only = [...wanted].slice(0, mostAtOnce)
      for (const conversation of only) wanted.delete(conversation)
      const answer = await askEntries(context, { count: only.length, only }, until)
      if (answer.ok) continue
      if (answer.error.code === 'cancelled') return
      sink.report(answer.error)
    }
  }

  return {
    want: conversation => {
      if (!keepsList(context)) return
      wanted.add(conversation)
      begin()
    },
    resume: begin,
  }
}
