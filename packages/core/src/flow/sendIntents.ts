import type { ChatError } from '../model/error.ts'
import type { LocalId } from '../model/ids.ts'
import type { Position } from '../model/position.ts'
import type { Capabilities } from '../protocol/capabilities.ts'
import type { SendIntent } from '../protocol/intent.ts'
import { answerMs } from './ask.ts'

/** A send as it goes out, at a time of this device's clock. `greatest`: the greatest position known. */
export const leaving = (intent: SendIntent, now: number, greatest: Position | undefined): SendIntent => {
  const after = intent.firstTriedAt === undefined ? greatest : intent.after
  const { after: _after, ...kept } = intent
  return {
    ...kept,
    send: { state: 'sending' },
    attempts: intent.attempts + 1,
    firstTriedAt: intent.firstTriedAt ?? now,
    ...(after !== undefined && { after }),
  }
}

/** A send of which nothing can have been stored: what was changed meanwhile is in it before it leaves again [SND8]. */
export const fresh = ({ mayBeStored: _may, firstTriedAt: _tried, after: _after, edit, ...kept }: SendIntent): SendIntent =>
  edit === undefined ? kept : { ...kept, message: { ...kept.message, body: edit } }

/** The same under another name: a late answer of the attempt that was refused can't touch it [SND5]. */
export const renamed = (intent: SendIntent, localId: LocalId): SendIntent => ({ ...intent, message: { ...intent.message, localId } })

export const queued = (intent: SendIntent): SendIntent => ({ ...intent, send: { state: 'queued' } })

export const parked = (intent: SendIntent, error: ChatError): SendIntent => ({ ...intent, send: { state: 'failed', error } })

/** Whether the backend would notice that this attempt repeats an earlier one. */
export const wouldDedupe = ({ firstTriedAt }: SendIntent, { dedupe }: Capabilities, now: number): boolean => {
  if (dedupe === 'always' || dedupe === 'none') return dedupe === 'always'
  // The repetition has to arrive within the window, not only to leave.
  return now - (firstTriedAt ?? now) < dedupe.windowMs - answerMs
}
