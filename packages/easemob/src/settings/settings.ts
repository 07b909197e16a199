import type { ConversationId, ConversationSettings } from '@parlance/core'
import type { EasemobPart } from '../part.ts'
import { beside } from '../requests/beside.ts'
import { changes } from './changes.ts'
import { marked } from './marked.ts'
import type { MarkNumbers } from './markNumbers.ts'
import { markSettings } from './markNumbers.ts'
import { settingEvents } from './settingEvents.ts'
import { silence } from './silence.ts'

export interface SettingsOptions {
  /** Without a number a setting is kept on this device alone. */
  readonly marks?: MarkNumbers
}

/**
 * What I set of conversations besides pinning them: that they are silenced and, by marks whose numbers the application chooses, that
 * they are archived or marked unread. Rooms have none of it.
 * @example
 * import { settings } from '@parlance/easemob/settings'
 * const transport = easemob({ connection, user: 'alice', parts: [settings({ marks: { markedUnread: 0, archived: 1 } })] })
 */
export const settings = ({ marks = {} }: SettingsOptions = {}): EasemobPart => {
  const numbers = markSettings(marks)
  return context => {
    const [alerts, byMark] = [silence(context), marked(context, numbers)]
    /** Those that are marked unread: Easemob takes no mark away by itself. */
    const unread = new Set<ConversationId>()

    const note = ({ id, markedUnread }: { readonly id: ConversationId } & ConversationSettings): void => {
      if (markedUnread === true) unread.add(id)
      if (markedUnread === false) unread.delete(id)
    }
    const learn = (id: ConversationId, settings: ConversationSettings, origin: 'live' | 'echo'): void => {
      note({ id, ...settings })
      context.tell({ type: 'conversation', origin, entry: { id, ...settings } })
    }

    return {
      handler: before => settingEvents(context, byMark, learn, before),
      commands(before) {
        const set = changes(alerts, byMark, before, (id, change) => learn(id, change, 'echo'))
        return {
          setConversation: set,
          async conversations(query, op) {
            const page = await before.conversations(query, op)
            page.entries.forEach(note)
            return alerts.read(page, op)
          },
          async markRead(conversation, target, options) {
            const isMarked = unread.has(conversation)
            await before.markRead(conversation, target, options)
            // The messages are read whatever comes of this: the next mark tries again.
            if (isMarked) await set(conversation, { markedUnread: false }, beside(options)).catch(() => {})
          },
        }
      },
      listed: raw => byMark.read(raw['marks']),
      capabilities: before => ({ settings: [...before.settings, 'silenced', ...numbers.keys()] }),
    }
  }
}
