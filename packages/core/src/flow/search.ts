import { chatError } from '../model/error.ts'
import type { ConversationId } from '../model/ids.ts'
import type { Json } from '../model/json.ts'
import { failed, succeeded, type Outcome } from '../model/outcome.ts'
import type { Page } from '../model/receipts.ts'
import type { SearchOptions } from '../model/searchOptions.ts'
import type { SearchBy } from '../protocol/capabilities.ts'
import type { RemoteMessage } from '../protocol/remoteMessage.ts'
import type { SearchPage } from '../protocol/transport.ts'
import { ask } from './ask.ts'
import type { FlowContext } from './flowContext.ts'

const usualCount = 20

/** Asks the backend for messages that fit. They are found, not loaded: nothing of the state changes [SCH1]. */
export const search = async (
  context: FlowContext,
  conversation: ConversationId,
  { text, types, senders, since, until, count = usualCount, after }: SearchOptions,
): Promise<Outcome<Page<RemoteMessage>>> => {
  const { transport, capabilities, reader, ingress } = context
  const find = transport.search?.bind(transport)
  const asked: Readonly<Record<SearchBy, boolean>> = {
    text: text !== undefined,
    types: types !== undefined,
    senders: senders !== undefined,
    times: since !== undefined || until !== undefined,
  }
  const able: readonly string[] = capabilities().search ?? []
  const unable = Object.entries(asked).flatMap(([by, wanted]) => (wanted && !able.includes(by) ? [by] : []))
  if (find === undefined || able.length === 0 || unable.length > 0)
    return failed(chatError('unsupported', { message: `This backend can't search by ${unable.join(' and ') || 'anything'}.` }))
  if (reader.connection.state !== 'online') return failed(chatError('offline'))
  const cursor = cursorOf(after)
  if (cursor === malformed) return failed(chatError('invalid', { path: 'after', message: 'after has to be the next of an earlier page.' }))
  const answer = await ask(context, op =>
    find(
      {
        conversation,
        count: Math.max(1, count),
        ...(text !== undefined && { text }),
        ...(types !== undefined && { types }),
        ...(senders !== undefined && { senders }),
        ...(since !== undefined && { since }),
        ...(until !== undefined && { until }),
        ...(cursor !== undefined && { cursor }),
      },
      op,
    ),
  )
  if (!answer.ok) return answer
  if (!hasMessages(answer.value)) return failed(chatError('protocol', { message: 'What was found came without messages.' }))
  const { messages, next } = answer.value
  return succeeded({ items: ingress.admitted(messages), ...(next !== undefined && { next: JSON.stringify(next) }) })
}

const malformed = Symbol()

const cursorOf = (after: string | undefined): Json | undefined | typeof malformed => {
  if (after === undefined) return undefined
  try {
    return JSON.parse(after) as Json
  } catch {
    return malformed
  }
}

const hasMessages = (answer: unknown): answer is SearchPage =>
  typeof answer === 'object' && answer !== null && 'messages' in answer && Array.isArray(answer.messages)
