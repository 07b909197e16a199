import type { ConversationId } from '../../model/ids.ts'
import type { Json } from '../../model/json.ts'
import type { ConversationEntry } from '../../protocol/fact.ts'
import type { ConversationPage } from '../../protocol/transport.ts'
import type { Client } from './client.ts'
import { present } from './demand.ts'
import type { Talk } from './stage.ts'

interface ListQuery {
  readonly count: number
  readonly cursor?: Json
  readonly only?: readonly ConversationId[]
}

/** A page of a client's conversations. */
export const list = (client: Client, query: ListQuery): Promise<ConversationPage> =>
  client.ask(transport => present(transport.conversations?.(query), 'conversation list'), 'conversations')

/** One line of a client's list, if it has it. */
export const entryOf = async (client: Client, talk: Talk): Promise<ConversationEntry | undefined> => {
  const id = talk(client)
  return (await list(client, { count: 5, only: [id] })).entries.find(entry => entry.id === id)
}
