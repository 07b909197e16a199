import { compareText } from '../collections/compareText.ts'
import type { PinnedMessage } from '../model/pin.ts'
import type { MessageRecord } from '../state/messageRecord.ts'
import { isVisible } from '../state/messageRecord.ts'
import type { PinTree } from '../state/pinTree.ts'
import { messageView } from './messageView.ts'

/** What is pinned, the latest first; without what is known to be withdrawn. `find`: the loaded message with an id. */
export const pinsView = (pins: PinTree, find: (id: string) => MessageRecord | undefined): readonly PinnedMessage[] => {
  if (pins.summary === 0) return []
  const shown: PinnedMessage[] = []
  for (const { id, pin } of pins) {
    const record = find(id)
    if (!pin.value.pinned || (record !== undefined && (record.recall !== undefined || !isVisible(record)))) continue
    const { by, at } = pin.value
    shown.push({ id, by, ...(at !== undefined && { at }), ...(record && { message: messageView(record) }) })
  }
  return shown.sort((a, b) => (b.at ?? 0) - (a.at ?? 0) || compareText(a.id, b.id))
}
