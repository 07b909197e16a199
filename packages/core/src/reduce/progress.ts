import type { Progress } from '../protocol/intent.ts'
import type { Batch } from './batch.ts'
import { forget, trim } from './trim.ts'

type ConversationProgress = Extract<Progress, { readonly type: 'history' | 'gapFilling' | 'trim' | 'forget' }>

/** How far flow is with a conversation's history: shown, never joined. */
export const applyProgress = (progress: ConversationProgress, batch: Batch): void => {
  const slice = batch.slice(progress.conversation)
  if (progress.type === 'history') {
    slice.history = { state: progress.state, ...(progress.error !== undefined && { error: progress.error }) }
    return
  }
  if (progress.type === 'trim') return trim(slice, batch)
  if (progress.type === 'forget') return forget(slice, batch)
  const { before, filling, error } = progress
  const others = slice.gaps.filter(gap => gap.before !== before)
  slice.gaps = filling || error !== undefined ? [...others, { before, filling, ...(error !== undefined && { error }) }] : others
  batch.touch(slice.id).keys.add(before)
}
