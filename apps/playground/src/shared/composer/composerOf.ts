import type { ConversationId } from '@parlance/core'
import type { Panel } from '../panel/createPanel.ts'
import type { Composer } from './createComposer.ts'
import { createComposer } from './createComposer.ts'

const composers = new WeakMap<Panel, Map<ConversationId, Composer>>()

/** The composer of a conversation: the same one each time, so that what was chosen in it stays while another one is open. */
export const composerOf = (panel: Panel, id: ConversationId): Composer => {
  const known = composers.get(panel) ?? new Map<ConversationId, Composer>()
  composers.set(panel, known)
  const composer = known.get(id) ?? createComposer(panel, id)
  known.set(id, composer)
  return composer
}
