import type { UserId } from '../../model/ids.ts'
import { conversationKind } from '../../model/ids.ts'
import type { ReceiptKind } from '../../model/receipts.ts'
import type { ReadForms } from '../../protocol/capabilities.ts'
import type { Fact, ReceiptFact, ReceiptTarget } from '../../protocol/fact.ts'
import type { TransportEvent } from '../../protocol/transport.ts'
import type { Client } from './client.ts'
import { present } from './demand.ts'
import type { Said } from './saying.ts'
import { byId, names } from './saying.ts'
import type { Talk } from './stage.ts'

export type Form = 'upTo' | 'whole' | 'exactly'

/** The forms of mark that a kind of conversation takes. */
export const formsOf = (forms: ReadForms): readonly Form[] => (['upTo', 'whole', 'exactly'] as const).filter(form => forms[form])

/** A mark of one form on everything through the last of these messages. */
export const targetOf = (client: Client, form: Form, all: readonly Said[]): ReceiptTarget => {
  const last = present(all.at(-1), 'message to mark')
  if (form === 'whole') return { whole: true, through: last.position }
  if (form === 'exactly') return { exactly: all.map(said => byId(client, said)) }
  return { upTo: { ...byId(client, last), position: last.position } }
}

/** A mark of whatever form the conversation takes. */
export const markOf = (client: Client, all: readonly Said[]): ReceiptTarget => {
  const last = present(all.at(-1), 'message to mark')
  const { direct, group } = client.transport.capabilities.read
  const [form] = formsOf(conversationKind(last.talk(client)) === 'direct' ? direct : group)
  return targetOf(client, present(form, 'form of mark that is taken'), all)
}

/** Whether a receipt reaches a message; `all` are those of the conversation. */
const reaches = ({ target }: ReceiptFact, said: Said, all: readonly Said[]): boolean => {
  if ('exactly' in target) return target.exactly.some(ref => names(ref, said))
  if ('whole' in target) return target.through === undefined || target.through >= said.position
  const { position = all.find(one => names(target.upTo, one))?.position } = target.upTo
  return position !== undefined && position >= said.position
}

/** Picks the receipt by which a client hears that a user's mark of a kind has reached a message. */
export const receiptOf =
  (user: UserId, kind: ReceiptKind, said: Said, all: readonly Said[] = [said]) =>
  (event: TransportEvent | Fact): ReceiptFact | undefined =>
    event.type === 'receipt' && event.user === user && event.kind === kind && reaches(event, said, all) ? event : undefined

/** Marks as read. */
export const mark = (client: Client, talk: Talk, target: ReceiptTarget): Promise<void> =>
  client.ask(transport => transport.markRead(talk(client), target), 'markRead')
