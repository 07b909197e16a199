import { createBusy } from '../src/flow/busy.ts'
import { createIngress } from '../src/flow/createIngress.ts'
import type { LocalId } from '../src/model/ids.ts'
import type { Intent, SendIntent } from '../src/protocol/intent.ts'
import type { StampedFact } from '../src/protocol/stampedFact.ts'
import { ChatState } from '../src/reduce/chatState.ts'
import { createReader } from '../src/store/reader.ts'
import type { History } from '../src/testing/generate/history.ts'
import { testClock } from '../src/testing/testClock.ts'

/** How many arrivals meet in one batch of the ingress. */
const TOGETHER = 3

/** The same arrivals, stamped by the real ingress against the real state, in the order in which they came [CVG2]. */
export const stampedByIngress = ({
  self,
  policy,
  arrivals,
  intents,
}: History): { readonly facts: readonly StampedFact[]; readonly intents: readonly Intent[] } => {
  const state = new ChatState({ self, idsAreGlobal: policy.ids === 'global', dayOf: at => Math.floor(at / 86_400_000) })
  const facts: StampedFact[] = []
  const clock = testClock()
  const ingress = createIngress({
    reader: createReader({ state, connection: () => ({ state: 'connecting' }), isOpen: () => false, shown: () => [], sending: () => [] }),
    sink: {
      apply: stamped => {
        facts.push(...stamped)
        state.apply(stamped)
      },
      change: () => undefined,
      report: () => undefined,
    },
    clock,
    busy: createBusy(new AbortController().signal),
    frames: false,
    serverNow: clock.now,
    canonical: undefined,
    counter: 0,
  })
  const sends = new Map<LocalId, SendIntent>()
  const pending: SendIntent[] = []
  const requests = new Map<number, number>()

  for (const [index, arrival] of arrivals.entries()) {
    switch (arrival.type) {
      case 'fact':
        ingress.fact(arrival.fact)
        break
      case 'enqueue': {
        const { conversation, localId } = arrival.message
        const send: SendIntent = {
          key: `key of ${localId}`,
          conversation,
          message: arrival.message,
          order: ingress.seq(),
          enqueuedAt: clock.now(),
          send: { state: 'sending' },
          attempts: 1,
        }
        sends.set(localId, send)
        if (arrival.pending !== undefined) pending.push(send)
        state.apply([], [{ type: 'send', intent: send }])
        break
      }
      case 'accepted': {
        const send = sends.get(arrival.localId)
        if (send !== undefined) ingress.accepted(send, arrival.ack)
        break
      }
      case 'request':
        requests.set(arrival.request, ingress.seq())
        break
      case 'page':
        ingress.page(arrival.conversation, arrival.page, requests.get(arrival.request) ?? ingress.seq())
        break
      case 'entries':
        ingress.entries(arrival.entries, requests.get(arrival.request) ?? ingress.seq())
        break
      case 'gap':
        ingress.linkOpened()
        ingress.synced('gap', arrival.conversations)
        break
    }
    if (index % TOGETHER === 0) ingress.flush()
  }
  ingress.flush()
  const others = intents.filter(({ type }) => type !== 'send')
  return { facts, intents: [...pending.map(intent => ({ type: 'send', intent }) as const), ...others] }
}
