import type { RemoteMessage } from '../../protocol/remoteMessage.ts'
import type { HistoryPage } from '../../protocol/transport.ts'
import { demand, demandEqual, present } from './demand.ts'
import { inOrder } from './reading.ts'
import { messagesOf } from './saying.ts'

/** The positions of the messages on pages, page by page, in order. */
export const placesOf = (pages: readonly HistoryPage[]): readonly string[] =>
  pages.flatMap(page => inOrder(messagesOf(page.facts)).map(placeOf))
/** The position of a message in history, which has one. */
export const placeOf = ({ position }: RemoteMessage): string => present(position, 'position of a message in history')

/** Throws if a position is there twice. */
export const demandNoRepeat = (places: readonly string[]): void => {
  demandEqual(places.length - new Set(places).size, 0, 'The number of messages that came on two pages')
}

/** What every page has to keep to. */
export const demandSound = ({ facts, covers }: HistoryPage, count: number): void => {
  const messages = messagesOf(facts)
  demand(messages.length <= count, `A page of at most ${count} messages has ${messages.length}.`)
  for (const { origin, type } of facts) demandEqual(origin, 'history', `The origin of ${type} on a page`)
  if (covers === undefined) return
  const { from, to } = covers
  for (const place of messages.map(placeOf)) {
    demand(
      (from === 'start' || from <= place) && (to === 'live' || place <= to),
      `A page has a message at ${place} and says that it covers ${from} to ${to}.`,
    )
  }
}

/** Each page has to begin where the one before it ended. */
export const demandJoined = (pages: readonly HistoryPage[], towards: 'older' | 'newer'): void => {
  for (const [index, page] of pages.entries()) {
    const before = pages[index - 1]?.covers
    if (before === undefined || page.covers === undefined) continue
    const [lower, upper] = towards === 'older' ? [page.covers, before] : [before, page.covers]
    const joined = lower.to === 'live' || upper.from === 'start' || lower.to >= upper.from
    demand(joined, `Between what two pages cover there is a hole: one ends at ${lower.to}, the other begins at ${upper.from}.`)
  }
}
