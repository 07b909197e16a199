import type { ConversationEntry, ConversationId, Op } from '@parlance/core'
import { chatError } from '@parlance/core'
import { placeOf } from '../conversations.ts'
import type { PartContext } from '../part.ts'
import { listOf } from '../sdk/raw.ts'
import type { MarkSetting } from './markNumbers.ts'

/** The settings that are Easemob's marks. */
export const marked = ({ ask }: PartContext, numbers: ReadonlyMap<MarkSetting, number>) => ({
  /** Whether a setting has a mark. */
  has: (setting: MarkSetting): boolean => numbers.has(setting),

  async change(conversation: ConversationId, setting: MarkSetting, isOn: boolean, op?: Op): Promise<void> {
    const mark = numbers.get(setting)
    const { chatType: conversationType, to: conversationId } = placeOf(conversation)
    if (mark === undefined || conversationType === 'chatRoom') throw chatError('unsupported')
    const change = { conversations: [{ conversationId, conversationType }], mark }
    await ask(connection => (isOn ? connection.addConversationMark(change) : connection.removeConversationMark(change)), op)
  },

  /** What the marks of a line of the list say. */
  read: (marks: unknown): Pick<ConversationEntry, MarkSetting> =>
    Object.fromEntries([...numbers].map(([name, mark]) => [name, listOf(marks).includes(mark)])),

  /** What is said by a mark. */
  by: (mark: unknown): MarkSetting | undefined => [...numbers].find(([, number]) => number === mark)?.[0],
})
