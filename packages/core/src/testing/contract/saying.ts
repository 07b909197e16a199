import type { Body } from '../../model/body.ts'
import type { ConversationId, LocalId, MessageId, UserId } from '../../model/ids.ts'
import type { MessageRef } from '../../model/messageRef.ts'
import type { Position } from '../../model/position.ts'
import type { Fact } from '../../protocol/fact.ts'
import type { Ack, OutgoingMessage, RemoteMessage } from '../../protocol/remoteMessage.ts'
import type { TransportEvent } from '../../protocol/transport.ts'
import type { Client } from './client.ts'
import { present } from './demand.ts'
import type { Talk } from './stage.ts'

/** A message that was sent, and what is known of it by then. */
export interface Said {
  readonly talk: Talk
  readonly from: UserId
  readonly localId: LocalId
  /** No other message of any check has the same. */
  readonly words: string
  readonly ack: Ack
  readonly id: MessageId
  readonly position: Position
}

let spoken = 0
/** Words that nobody has said yet. */
export const newWords = (): string => `Words ${(++spoken).toString()}, and no others.`

/** A text to send, with a localId of the client's. */
export const draftOf = (client: Client, talk: Talk, more: Partial<OutgoingMessage> = {}): OutgoingMessage => ({
  conversation: talk(client),
  localId: client.transport.newLocalId(),
  body: { type: 'text', text: newWords() },
  ...more,
})

/** Sends a text and waits until it has its place in the order. */
export const say = async (client: Client, talk: Talk, more: Partial<Omit<OutgoingMessage, 'body'>> = {}): Promise<Said> => {
  const message = draftOf(client, talk, more)
  return sent(client, talk, message, await client.ask(transport => transport.send(message), 'send'))
}

/** What is known of a message once it is acked: where the order comes late, only after its copy or its late ack. */
export const sent = async (client: Client, talk: Talk, message: OutgoingMessage, ack: Ack): Promise<Said> => {
  const { localId } = message
  const words = wordsOf(message.body)
  const placed =
    ack.id !== undefined && ack.position !== undefined
      ? ack
      : await client.until(placing(client.user, localId, words), 'the place of its own message')
  const id = present(ack.id ?? placed.id, 'id of a message that was sent')
  return {
    talk,
    from: client.user,
    localId,
    words,
    ack,
    id,
    position: present(ack.position ?? placed.position, 'position of a message that was sent'),
  }
}

/** One message after the other. */
export const sayMany = async (client: Client, talk: Talk, count: number): Promise<readonly Said[]> => {
  const all: Said[] = []
  while (all.length < count) all.push(await say(client, talk))
  return all
}

const placing =
  (from: UserId, localId: LocalId, words: string) =>
  (event: TransportEvent): Ack | undefined => {
    if (event.type === 'accepted' && event.localId === localId) return event.ack
    if (event.type !== 'message' || event.message.from !== from || wordsOf(event.message.body) !== words) return undefined
    return event.message.position === undefined ? undefined : event.message
  }

export const wordsOf = (body: Body): string => (body.type === 'text' ? body.text : '')

/** A message by the backend's name for it, and by its conversation as the client calls it. */
export const byId = (client: Client, { talk, id }: Said): MessageRef => ({ conversation: talk(client), id })
/** A message by its sender's name for it. */
export const byLocalId = (client: Client, { talk, from, localId }: Said): MessageRef => ({ conversation: talk(client), from, localId })

/** Whether a reference means a message. */
export const names = (ref: MessageRef, { id, from, localId }: Said): boolean =>
  ref.id === undefined ? ref.localId === localId && (ref.from ?? from) === from : ref.id === id

/** The messages among facts, in their order. */
export const messagesOf = (facts: readonly (Fact | TransportEvent)[], conversation?: ConversationId): readonly RemoteMessage[] =>
  facts.flatMap(fact =>
    fact.type === 'message' && (conversation ?? fact.message.conversation) === fact.message.conversation ? [fact.message] : [],
  )

/** Waits for the copy of a message. */
export const hear = (client: Client, { from, words }: Pick<Said, 'from' | 'words'>, since?: number): Promise<RemoteMessage> =>
  client.until(
    event => (event.type === 'message' && event.message.from === from && wordsOf(event.message.body) === words ? event.message : undefined),
    `the message of ${from}`,
    since,
  )

/** How many of some messages have these words. */
export const count = (messages: readonly RemoteMessage[], words: string): number =>
  messages.filter(({ body }) => wordsOf(body) === words).length

/** How many copies of a message a client has got. */
export const copies = (client: Client, { words }: Pick<Said, 'words'>): number => count(messagesOf(client.events), words)

/** Waits until everything is here that was on its way to a client: a later message of another, in the same conversation, comes last. */
export const lull = async (clients: readonly Client[], speaker: Client, talk: Talk): Promise<void> => {
  const last = await say(speaker, talk)
  for (const client of clients) await hear(client, last)
}
