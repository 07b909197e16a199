import type { ResumeToken } from '@parlance/core'
import { encodeFacts } from '@parlance/websocket/wire'
import type { Delivery } from '../backend/backend.ts'

/** Characters of facts after which a payload is full. */
const FULL = 65_536

/** Facts as payloads, as many in one as fit. Each payload has the token of its last fact. */
export const factPayloads = (deliveries: readonly Delivery[], tokenOf: (number: number) => ResumeToken | undefined): readonly string[] => {
  const payloads: string[] = []
  let texts: string[] = []
  let length = 0
  deliveries.forEach(({ fact, number }, index) => {
    const text = JSON.stringify(fact)
    texts.push(text)
    length += text.length
    if (length < FULL && index < deliveries.length - 1) return
    payloads.push(encodeFacts(texts, tokenOf(number)))
    texts = []
    length = 0
  })
  return payloads
}
