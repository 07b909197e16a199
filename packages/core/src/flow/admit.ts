import { asChatError, chatError, type ChatError } from '../model/error.ts'
import { isSafeUrl } from '../model/url.ts'
import type { ConversationEntry, Fact } from '../protocol/fact.ts'
import type { RemoteMessage } from '../protocol/remoteMessage.ts'
import { ackOf } from './ackOf.ts'
import { canonicalEntry, canonicalFact, type Fold } from './admission/canonicalFact.ts'
import { entryShape, factShape } from './admission/factShape.ts'
import { safeBody } from './admission/safeBody.ts'
import type { Shape } from './admission/shape.ts'
import type { Told } from './stamp.ts'

type Report = (error: ChatError) => void

/**
 * What may enter: looked at, made safe to show, and with ids in their one spelling. A transport is trusted for who said what
 * [SEC3], not for shape [SEC1]: what is malformed is reported and left out, alone.
 */
export const admit = (told: Told, fold: Fold | undefined, report: Report): readonly Told[] => {
  const facts = (given: Fact): readonly Fact[] =>
    looked(given, factShape, report).map(fact => {
      const safe = safeFact(fact, report)
      return fold === undefined ? safe : canonicalFact(safe, fold)
    })
  if (told.type === 'fact') return facts(told.fact).map(fact => ({ ...told, fact }))
  if (told.type === 'page') return [{ ...told, page: { ...told.page, facts: told.page.facts.flatMap(facts) } }]
  if (told.type !== 'entry') return [told]
  return looked(told.entry, entryShape, report).map(given => {
    const safe = safeEntry(given, report)
    return { ...told, entry: fold === undefined ? safe : canonicalEntry(safe, fold) }
  })
}

/** It, if it is well. */
const looked = <T>(value: T, shape: Shape, report: Report): readonly T[] => {
  const malformed = { message: 'Something malformed came and was left out.' }
  try {
    const path = shape(value)
    if (path === undefined) return [value]
    report(chatError('protocol', { ...malformed, ...(path !== '' && { path }) }))
  } catch (thrown) {
    // By a getter or a proxy.
    report(chatError('protocol', { ...malformed, cause: thrown }))
  }
  return []
}

const safeFact = (fact: Fact, report: Report): Fact => {
  switch (fact.type) {
    case 'message':
      return { ...fact, message: safeMessage(fact.message, report) }
    case 'edited':
      return { ...fact, body: safeBody(fact.body, report) }
    case 'conversation':
      return { ...fact, entry: safeEntry(fact.entry, report) }
    case 'accepted':
      return { ...fact, ack: ackOf(fact.ack) }
    case 'refused':
      return { ...fact, error: asChatError(fact.error) }
    default:
      return fact
  }
}

const safeMessage = (message: RemoteMessage, report: Report): RemoteMessage => ({ ...message, body: safeBody(message.body, report) })

const safeEntry = (entry: ConversationEntry, report: Report): ConversationEntry => {
  const { avatar, ...kept } = entry
  const unsafe = avatar !== undefined && !isSafeUrl(avatar)
  if (unsafe) report(chatError('invalid', { path: 'entry.avatar', message: 'entry.avatar may not be followed and was dropped.' }))
  return { ...(unsafe ? kept : entry), ...(entry.last && { last: safeMessage(entry.last, report) }) }
}
