import type { Body } from '../src/model/body.ts'
import { chatError, type ErrorCode } from '../src/model/error.ts'
import type { ConversationId } from '../src/model/ids.ts'
import type { MessageRef } from '../src/model/messageRef.ts'
import type { Position } from '../src/model/position.ts'
import { START } from '../src/model/position.ts'
import type { SendState } from '../src/model/sendState.ts'
import type { ConversationEntry, EditedFact, RecalledFact, ReceiptFact } from '../src/protocol/fact.ts'
import type { Intent } from '../src/protocol/intent.ts'
import type { RemoteMessage } from '../src/protocol/remoteMessage.ts'
import type {
  StampedAcceptance,
  StampedEntry,
  StampedFact,
  StampedGap,
  StampedMessage,
  StampedPage,
  StampedReceipt,
  StampedRemoval,
} from '../src/protocol/stampedFact.ts'

export const SELF = 'alice'

/** A message's number gives its id, position, text and time. */
const position = (number: number): Position => `p${String(number).padStart(3, '0')}`
const text = (said: string): Body => ({ type: 'text', text: said })
/** Milliseconds since 1970 of the message with this number. */
export const timeOf = (number: number): number => Date.UTC(2026, 0, 1) + number * 60_000

type Reach = { readonly upTo: number } | { readonly exactly: readonly number[] }

/** Tells what happens in one conversation as stamped facts, each with the next number of the device's counter. */
export interface Story {
  readonly conversation: ConversationId
  /** Message `number`, of bob unless said otherwise. Known by itself unless `covers` says from which number on. */
  readonly message: (number: number, given?: Partial<RemoteMessage> & { readonly seq?: number; readonly after?: number }) => StampedMessage
  /** A message of mine that has no place yet, only the name that I gave it. */
  readonly echo: (localId: string) => StampedMessage
  readonly accepted: (localId: string, order: number, given?: Partial<RemoteMessage>) => StampedAcceptance
  readonly refused: (localId: string, code: ErrorCode) => StampedFact
  readonly edited: (target: number | MessageRef, said: string, given?: Partial<EditedFact> & { readonly seq?: number }) => StampedFact
  readonly recalled: (target: number | MessageRef, given?: Partial<RecalledFact>) => StampedFact
  readonly deleted: (target: number | { readonly through: number }) => StampedFact
  readonly read: (user: string, reach: Reach, kind?: ReceiptFact['kind']) => StampedReceipt
  readonly readCount: (target: number, read: number) => StampedFact
  readonly reacted: (
    user: string,
    emoji: string,
    target: number | MessageRef,
    given?: { readonly active?: boolean; readonly version?: string; readonly seq?: number },
  ) => StampedFact
  readonly pinnedFor: (number: number, pinned?: boolean, given?: { readonly version?: string; readonly seq?: number }) => StampedFact
  readonly listed: (entry: Partial<ConversationEntry>, seq?: number) => StampedEntry
  /** A page that says that nothing is missing from `from` (0: the start) to `to`, asked for at `seq`. */
  readonly page: (from: number, to: number, live?: boolean, seq?: number) => StampedPage
  readonly gap: () => StampedGap
  readonly removed: (through: number, withHistory: boolean) => StampedRemoval
  readonly pending: (localId: string, order: number, send?: SendState) => Intent
}

export const story = (conversation: ConversationId = 'group:team', counter: { seq: number } = { seq: 0 }): Story => {
  const next = (): number => {
    counter.seq += 1
    return counter.seq
  }
  const idOf = (number: number): string => `m${number} of ${conversation}`
  const ref = (target: number | MessageRef): MessageRef => (typeof target === 'number' ? { conversation, id: idOf(target) } : target)
  return {
    conversation,
    message: (number, { seq = next(), after, ...given } = {}) => {
      const message = {
        conversation,
        from: 'bob',
        id: idOf(number),
        position: position(number),
        sentAt: timeOf(number),
        body: text(`text ${number}`),
        ...given,
      }
      const from = after === undefined ? message.position : after === 0 ? START : position(after)
      return { type: 'message', origin: 'live', seq, message, covers: { from, to: message.position } }
    },
    echo: localId => ({
      type: 'message',
      origin: 'echo',
      seq: next(),
      seenAt: timeOf(0),
      message: { conversation, from: SELF, localId, body: text(localId) },
    }),
    accepted: (localId, order, given = {}) => ({
      type: 'accepted',
      seq: next(),
      order,
      key: localId,
      seenAt: timeOf(0),
      message: { conversation, from: SELF, localId, body: text(localId), ...given },
    }),
    refused: (localId, code) => ({ type: 'refused', seq: next(), localId, error: chatError(code) }),
    edited: (target, said, { seq = next(), ...given } = {}) => ({
      type: 'edited',
      origin: 'live',
      seq,
      target: ref(target),
      body: text(said),
      by: 'bob',
      as: 'author',
      ...given,
    }),
    recalled: (target, given = {}) => ({
      type: 'recalled',
      origin: 'live',
      seq: next(),
      target: ref(target),
      by: 'bob',
      as: 'author',
      ...given,
    }),
    deleted: target => ({
      type: 'deleted',
      origin: 'live',
      seq: next(),
      conversation,
      target: typeof target === 'number' ? { exactly: [ref(target)] } : { through: position(target.through) },
    }),
    read: (user, reach, kind = 'read') => ({
      type: 'receipt',
      origin: 'live',
      seq: next(),
      conversation,
      user,
      kind,
      target: 'upTo' in reach ? { upTo: ref(reach.upTo) } : { exactly: reach.exactly.map(ref) },
    }),
    readCount: (target, read) => ({ type: 'readCount', origin: 'live', seq: next(), target: ref(target), read }),
    reacted: (user, emoji, target, { active = true, seq = next(), ...given } = {}) => ({
      type: 'reaction',
      origin: 'live',
      seq,
      target: ref(target),
      user,
      emoji,
      active,
      ...given,
    }),
    pinnedFor: (number, pinned = true, { seq = next(), ...given } = {}) => ({
      type: 'pinned',
      origin: 'live',
      seq,
      conversation,
      id: idOf(number),
      pinned,
      by: 'bob',
      at: timeOf(number),
      ...given,
    }),
    listed: (entry, seq = next()) => ({ type: 'conversation', origin: 'history', seq, entry: { id: conversation, ...entry } }),
    page: (from, to, live = true, seq = next()) => ({
      type: 'page',
      seq,
      conversation,
      covers: { from: from === 0 ? START : position(from), to: position(to) },
      live,
    }),
    gap: () => ({ type: 'gap', seq: next(), conversations: [conversation] }),
    removed: (through, withHistory) => ({
      type: 'conversationRemoved',
      seq: next(),
      conversation,
      through: position(through),
      withHistory,
    }),
    pending: (localId, order, send = { state: 'queued' }) => ({
      type: 'send',
      intent: {
        key: localId,
        conversation,
        message: { conversation, localId, body: text(localId) },
        order,
        enqueuedAt: timeOf(0),
        send,
        attempts: 0,
      },
    }),
  }
}
