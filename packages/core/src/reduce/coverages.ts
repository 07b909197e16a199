import { cover, intervalAt } from '../model/coverage.ts'
import type { Position } from '../model/position.ts'
import type { StampedGap, StampedPage } from '../protocol/stampedFact.ts'
import type { Batch } from './batch.ts'
import type { ConversationState } from '../state/conversationState.ts'
import { closeGaps } from './upsert.ts'

/** One more closed interval is known [RCV3]. */
export const extendCoverage = (slice: ConversationState, from: Position, to: Position): void => {
  const coverage = cover(slice.coverage, from, to)
  if (coverage === slice.coverage) return
  slice.coverage = coverage
  const joined = slice.messages.summary.gaps > 0 ? intervalAt(coverage, from) : undefined
  if (joined !== undefined) closeGaps(slice, joined)
}

/** A position was told. `seq` is 0 unless nothing can be missing between it and what came after it. */
export const notePosition = (slice: ConversationState, position: Position, seq: number): void => {
  const { greatest } = slice
  if (greatest === undefined || position > greatest.position) slice.greatest = { position, seq }
  else if (position === greatest.position && seq > greatest.seq) slice.greatest = { position, seq }
}

export const applyPage = (slice: ConversationState, fact: StampedPage): void => {
  extendCoverage(slice, fact.covers.from, fact.covers.to)
  if (fact.covers.to !== '') notePosition(slice, fact.covers.to, fact.live ? fact.seq : 0)
  if (fact.live && (slice.live === undefined || laterPage(fact, slice.live))) slice.live = { at: fact.seq, from: fact.covers.from }
  if (slice.trimmedThrough !== undefined && fact.covers.from < slice.trimmedThrough && fact.covers.to >= slice.trimmedThrough) {
    slice.trimmedThrough = fact.covers.from === '' ? undefined : fact.covers.from
  }
}

const laterPage = (page: StampedPage, live: { readonly at: number; readonly from: Position }): boolean =>
  page.seq > live.at || (page.seq === live.at && page.covers.from < live.from)

/** Something was missed: what was at live is so no more until a page says it again. */
export const applyGap = (batch: Batch, fact: StampedGap): void => {
  if (fact.conversations === undefined && fact.seq > batch.gapSeq) batch.gapSeq = fact.seq
  const slices = fact.conversations === undefined ? batch.all() : fact.conversations.map(id => batch.slice(id))
  for (const slice of slices) if (fact.seq > slice.gapSeq) slice.gapSeq = fact.seq
}
