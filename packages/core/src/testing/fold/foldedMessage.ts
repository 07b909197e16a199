import type { UserId } from '../../model/ids.ts'
import type { StampedFact } from '../../protocol/stampedFact.ts'
import { type Changes, changesOf } from './claims.ts'
import { fieldOf } from './field.ts'
import type { FoldedMessage, FoldedReceipts } from './foldedChat.ts'
import type { MessageClass } from './messageClass.ts'
import { type IdScope, localName, namesIn } from './messageName.ts'
import { reactionsOf } from './reactions.ts'
import type { Reached } from './reached.ts'
import { isWithOneself } from './unread.ts'

/** A message with everything that was said about it. */
export interface Told {
  readonly message: MessageClass
  readonly changes: Changes
  readonly shown: FoldedMessage
}

interface Context {
  readonly scope: IdScope
  readonly self: UserId
  readonly facts: readonly StampedFact[]
  readonly reached: Reached
}

export const told = (context: Context, message: MessageClass): Told => {
  const changes = changesOf(context.scope, context.facts, message)
  return { message, changes, shown: shownOf(context, message, changes) }
}

const shownOf = (context: Context, message: MessageClass, { recalled, edit, edited }: Changes): FoldedMessage => {
  const { content, position, shownAt: sentAt, copies } = message
  const localId = copies.find(copy => copy.message.localId !== undefined)?.message.localId
  const ext = edit?.ext ?? content.ext
  const mine = content.from === context.self
  const reactions = recalled === undefined && content.body.type !== 'command' ? reactionsOf(context.scope, context.facts, message) : []
  const send = mine ? sendStateOf(context, message) : undefined
  return {
    ids: [...new Set(copies.flatMap(copy => copy.message.id ?? []))].sort(),
    ...(localId !== undefined && { localId }),
    from: content.from,
    ...(position !== undefined && { position }),
    ...(sentAt !== undefined && { sentAt }),
    ...(content.to !== undefined && { to: content.to }),
    ...(content.replyTo !== undefined && { replyTo: content.replyTo }),
    ...(content.wantsReadCount !== undefined && { wantsReadCount: content.wantsReadCount }),
    ...(recalled !== undefined
      ? { recalled }
      : { body: edit?.body ?? content.body, ...(ext !== undefined && { ext }), ...(edited !== undefined && { edited }) }),
    ...(reactions.length > 0 && { reactions }),
    ...(send !== undefined && { send }),
    ...(mine && copies.some(({ source }) => source !== 'send') && { receipts: receiptsOf(context, message) }),
  }
}

/** Evidence in this order: a copy with a position, a refusal, an acceptance, what happened here [SND10]. */
const sendStateOf = ({ self, facts }: Context, { copies, names }: MessageClass): NonNullable<FoldedMessage['send']> => {
  if (copies.some(({ source, message }) => source === 'message' && message.position !== undefined)) return 'sent'
  const refusal = facts.find(fact => fact.type === 'refused' && names.has(localName(self, fact.localId)))
  if (refusal?.type === 'refused') return `failed:${refusal.error.code}`
  if (copies.some(({ source }) => source !== 'send')) return 'sent'
  const state = copies.find(({ send }) => send !== undefined)?.send
  if (state === undefined) throw new Error('a message of mine is told by a copy or is a pending send')
  return state.state === 'failed' ? `failed:${state.error.code}` : state.state
}

/** The backend's counts and the users known by name: whichever knows of more [RCP4]. Read implies delivered. */
const receiptsOf = ({ scope, facts, reached }: Context, message: MessageClass): FoldedReceipts => {
  const counts = facts
    .filter(fact => fact.type === 'readCount')
    .filter(({ target }) => namesIn(scope, target).some(name => message.names.has(name)))
  const readers = reached.users(message, 'read')
  const read = Math.max(readers.length, ...counts.map(count => count.read))
  const delivered = Math.max(read, reached.users(message, 'delivered').length, ...counts.map(count => count.delivered ?? 0))
  const of = recipientsOf(
    message,
    counts.flatMap(count => count.of ?? []),
    fieldOf(message.conversation, facts, 'members')?.value,
  )
  return { delivered, read, ...(of !== undefined && { of }), readers }
}

/** How many it went to, the sender left out: what the message itself says, else what the backend counts, else how many belong there. */
const recipientsOf = (
  { content, conversation }: MessageClass,
  told: readonly number[],
  members: number | undefined,
): number | undefined => {
  if (conversation.startsWith('direct:')) return isWithOneself(conversation, content.from) ? 0 : 1
  if (content.to !== undefined) return content.to.filter(user => user !== content.from).length
  if (told.length > 0) return Math.max(...told)
  return members === undefined ? undefined : Math.max(0, members - 1)
}
