import { asChatError } from '../model/error.ts'
import type { ConversationId, MessageKey } from '../model/ids.ts'
import type { SendIntent } from '../protocol/intent.ts'
import { background } from './background.ts'
import { backoffMs } from './backoff.ts'
import type { FlowContext } from './flowContext.ts'
import type { Online } from './online.ts'

/** Whether history holds a send: `absent` only if everything from before it to the live end was read. */
export type Confirm = (conversation: ConversationId, intent: SendIntent) => Promise<'found' | 'absent' | 'unknown'>

export interface Uncertainty {
  /** Whether it still holds its queue. Begins to ask history, if nobody does yet. */
  readonly holds: (intent: SendIntent) => boolean
  /** Its fate is known, or the user decided. */
  readonly forget: (key: MessageKey) => void
}

interface UncertaintyOptions {
  readonly confirm: Confirm
  /** It was never stored. */
  readonly absent: (intent: SendIntent) => void
  /** It no longer holds its queue, or holds it no longer for this reason. */
  readonly released: (conversation: ConversationId) => void
}

/** How long a queue waits for one whose fate is unknown, milliseconds online [SND6]. */
const holdMs = 15_000

interface Hold {
  /** Time online at the start. */
  readonly since: number
  readonly stop: AbortController
  over: boolean
}

/**
 * Finds out what became of a send that may or may not have been stored, where trying again could store it twice [SND6]. Asks
 * history while it holds its queue, and again after each reconnect; where history can't tell, only waits.
 */
export const createUncertainty = (context: FlowContext, online: Online, { confirm, absent, released }: UncertaintyOptions): Uncertainty => {
  const { reader, sink, retry, random, busy, disposed, capabilities } = context
  const holds = new Map<MessageKey, Hold>()

  const present = (key: MessageKey): SendIntent | undefined => {
    const intent = reader.message(key)?.send
    return intent?.send.state === 'uncertain' ? intent : undefined
  }

  const begin = ({ key, conversation }: SendIntent): Hold => {
    const hold: Hold = { since: online.elapsed(), stop: new AbortController(), over: false }
    holds.set(key, hold)
    background(sink, () => limit(conversation, hold))
    background(sink, () => find(key, hold))
    return hold
  }

  /** Lets the queue go on after its time. */
  const limit = async (conversation: ConversationId, hold: Hold): Promise<void> => {
    for (;;) {
      if (!online.is() && !(await online.until(hold.stop.signal))) return
      const end = busy.begin()
      await online.pause(hold.since + holdMs - online.elapsed(), hold.stop.signal)
      if (!hold.stop.signal.aborted && !disposed.aborted && online.elapsed() - hold.since >= holdMs) {
        hold.over = true
        released(conversation)
      }
      end()
      if (hold.over || hold.stop.signal.aborted || disposed.aborted) return
    }
  }

  const find = async (key: MessageKey, hold: Hold): Promise<void> => {
    const { signal } = hold.stop
    for (let tries = 1; await online.until(signal); tries++) {
      const intent = present(key)
      if (intent === undefined) {
        end(key, hold)
        return
      }
      const verdict = capabilities().localIdVisible ? await asked(intent) : 'unknown'
      if (signal.aborted || disposed.aborted) return
      const now = present(key)
      if (now === undefined) {
        end(key, hold)
        released(intent.conversation)
        return
      }
      if (verdict === 'absent') {
        end(key, hold)
        absent(now)
        return
      }
      if (!hold.over) await online.pause(backoffMs(tries, retry, random), signal)
      // Only a new link can bring something new.
      if (hold.over) await online.lost(signal)
    }
  }

  const asked = async (intent: SendIntent): Promise<'found' | 'absent' | 'unknown'> => {
    try {
      return await confirm(intent.conversation, intent)
    } catch (thrown) {
      sink.report(asChatError(thrown, 'internal'))
      return 'unknown'
    }
  }

  const end = (key: MessageKey, hold: Hold): void => {
    hold.stop.abort()
    if (holds.get(key) === hold) holds.delete(key)
  }

  return {
    holds: intent => !(holds.get(intent.key) ?? begin(intent)).over,
    forget: key => {
      const hold = holds.get(key)
      if (hold !== undefined) end(key, hold)
    },
  }
}
