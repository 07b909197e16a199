import { chatError } from '../model/error.ts'
import { failed, succeeded, type Outcome } from '../model/outcome.ts'
import type { ConversationPage, Transport } from '../protocol/transport.ts'
import { askAfresh } from './askAfresh.ts'
import type { FlowContext } from './flowContext.ts'

/** Which lines of the list. */
export type EntryQuery = Parameters<NonNullable<Transport['conversations']>>[0]

/** Whether the backend keeps a list; else it comes from what is here. */
export const keepsList = ({ transport, capabilities }: FlowContext): boolean =>
  transport.conversations !== undefined && capabilities().conversationList

/** Asks for lines of the list and puts them into the state, stamped with when they were asked for [CVG2]. */
export const askEntries = async (context: FlowContext, query: EntryQuery, signal: AbortSignal): Promise<Outcome<ConversationPage>> => {
  const { transport, ingress, reader } = context
  const list = transport.conversations?.bind(transport)
  if (list === undefined) return failed(chatError('unsupported'))
  if (reader.connection.state !== 'online') return failed(chatError('offline'))
  return askAfresh(
    context,
    op => list(query, op),
    signal,
    (page, requested) => {
      if (!hasEntries(page)) return failed(chatError('protocol', { message: 'A page of the conversation list came without entries.' }))
      ingress.entries(page.entries, requested)
      ingress.flush()
      return succeeded(page)
    },
  )
}

const hasEntries = (answer: unknown): boolean =>
  typeof answer === 'object' && answer !== null && 'entries' in answer && Array.isArray(answer.entries)
