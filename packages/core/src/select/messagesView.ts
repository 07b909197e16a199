import { sequence, type Sequence, type SequenceSource } from '../collections/sequence.ts'
import type { MessageKey } from '../model/ids.ts'
import type { Message } from '../model/message.ts'
import { isVisible, type MessageRecord } from '../state/messageRecord.ts'
import type { MessageTree, Stretch } from '../state/messageTree.ts'
import { messageView } from './messageView.ts'

/** Finds the record that a key names, in the state that a view was taken from. */
export type FindRecord = (key: MessageKey) => MessageRecord | undefined

const rows = (stretch: Stretch): number => stretch.messages

/** The visible messages of a conversation, over its tree: nothing is copied. */
export const messagesView = (messages: MessageTree, find: FindRecord): Sequence<Message> => sequence(new MessageSource(messages, find))

class MessageSource implements SequenceSource<Message> {
  readonly length: number
  readonly #messages: MessageTree
  readonly #find: FindRecord

  constructor(messages: MessageTree, find: FindRecord) {
    this.#messages = messages
    this.#find = find
    this.length = messages.summary.messages
  }

  at(index: number): Message | undefined {
    const found = this.#messages.seek(index, rows)
    return found && messageView(found.item)
  }

  *range(from: number, to: number): Iterable<Message> {
    const first = this.#messages.seek(from, rows)
    if (first === undefined) return
    let left = to - from
    for (const record of this.#messages.range(first.index)) {
      if (left <= 0) return
      if (!isVisible(record)) continue
      left -= 1
      yield messageView(record)
    }
  }

  indexOf(key: string): number {
    const record = this.#find(key)
    if (record === undefined || !isVisible(record)) return -1
    const rank = this.#messages.rank(record)
    const present = this.#messages.at(rank)
    return present?.key === record.key ? this.#messages.prefix(rank).messages : -1
  }
}
