import type { EasemobPart } from '../part.ts'
import { filtered } from './filtered.ts'

/**
 * Messages of a conversation by kind, sender and time: Easemob’s history is filtered by them. It looks for no words.
 * @example
 * import { search } from '@parlance/easemob/search'
 * const transport = easemob({ connection, user: 'alice', parts: [search] })
 */
export const search: EasemobPart = context => ({
  commands: () => ({ search: filtered(context) }),
  capabilities: () => ({ search: ['types', 'senders', 'times'] }),
})
