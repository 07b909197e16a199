import { newest } from '../model/versioned.ts'
import type { PinnedFact } from '../protocol/fact.ts'
import type { ConversationState } from '../state/conversationState.ts'

/** A message was pinned for all, or is so no more; whether it is here doesn't matter [PIN1]. */
export const applyPin = (slice: ConversationState, fact: PinnedFact & { readonly seq: number }): void => {
  const { id, pinned, by, at, seq, version } = fact
  const before = slice.pins.get(id)?.pin
  const told = { value: { pinned, by, ...(at !== undefined && { at }) }, seq, ...(version !== undefined && { version }) }
  const pin = newest(before, told)
  if (pin !== before) slice.pins = slice.pins.set({ id, pin })
}
