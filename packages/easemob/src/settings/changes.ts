import type { ConversationId, ConversationSettings, Op } from '@parlance/core'
import { chatError, conversationKind } from '@parlance/core'
import type { EasemobTransport } from '../part.ts'
import type { marked } from './marked.ts'
import type { Silence } from './silence.ts'

type Told = (conversation: ConversationId, change: ConversationSettings) => void

const byMarks = ['markedUnread', 'archived'] as const

/**
 * Changes settings, each by a call of its own. What went through is told, also where another of them is refused: then the answer is that
 * refusal, and the state has what is true.
 */
export const changes =
  (alerts: Silence, marks: ReturnType<typeof marked>, before: EasemobTransport, told: Told) =>
  async (conversation: ConversationId, settings: ConversationSettings, op?: Op): Promise<{ readonly pinned?: number }> => {
    const { pinned, silenced } = settings
    const named = byMarks.filter(name => settings[name] !== undefined)
    // What can't be is refused before anything is asked for. Rooms are in no list.
    if (conversationKind(conversation) === 'room' || !named.every(marks.has)) throw chatError('unsupported')
    const asked = named.map(async name => {
      const isOn = settings[name] === true
      await marks.change(conversation, name, isOn, op)
      told(conversation, { [name]: isOn })
    })
    if (silenced !== undefined) asked.push(alerts.change(conversation, silenced, op).then(() => told(conversation, { silenced })))
    const pin = async (): Promise<{ readonly pinned?: number }> => {
      if (pinned === undefined) return {}
      const rank = { pinned, ...(await before.setConversation(conversation, { pinned }, op)) }
      told(conversation, rank)
      return rank
    }
    const pinning = pin()
    await Promise.allSettled([...asked, pinning])
    await Promise.all(asked)
    return pinning
  }
