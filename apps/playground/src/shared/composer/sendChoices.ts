import type { ConversationId, SendOptions, UserId } from '@parlance/core'
import { conversationKind } from '@parlance/core'
import type { Cell } from '../cell.ts'
import { createCell } from '../cell.ts'
import { NO_JSON_OBJECT, readJsonObject } from '../form/fieldReaders.ts'
import type { Panel } from '../panel/createPanel.ts'

/** As extra data may look. */
export const EXT_EXAMPLE = '{"order": 7}'

/** What was chosen for the next message of a conversation besides what it says. */
export interface SendChoices {
  /** Who alone gets it; empty: all. */
  readonly only: Cell<readonly UserId[]>
  /** Extra data as it is written: a JSON object, or nothing. */
  readonly ext: Cell<string>
  /** What goes along with a message now; or a sentence, why it can't be sent so. */
  readonly read: () => SendOptions | string
  /** For the message after it all is as usual. */
  readonly clear: () => void
}

export const createSendChoices = (id: ConversationId, { countsReaders }: Pick<Panel, 'countsReaders'>): SendChoices => {
  const only = createCell<readonly UserId[]>([])
  const ext = createCell('')
  return {
    only,
    ext,
    read: () => {
      const written = ext.get().trim()
      const data = readJsonObject(written)
      if (written !== '' && data === undefined) return `Extra data: ${NO_JSON_OBJECT}`
      return {
        ...(conversationKind(id) !== 'direct' && { wantsReadCount: countsReaders.get() }),
        ...(only.get().length > 0 && { to: only.get() }),
        ...(data !== undefined && { ext: data }),
      }
    },
    clear: () => {
      only.set([])
      ext.set('')
    },
  }
}
