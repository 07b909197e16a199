import type { UserId } from '../../model/ids.ts'
import type { Fact, ReactionFact } from '../../protocol/fact.ts'
import type { Ack } from '../../protocol/remoteMessage.ts'
import type { TransportEvent } from '../../protocol/transport.ts'
import type { Client } from './client.ts'
import { present } from './demand.ts'
import type { Said } from './saying.ts'
import { byId, names } from './saying.ts'

/** Puts an emoji to a message, or takes it away. */
export const react = (client: Client, said: Said, emoji: string, active = true): Promise<Ack> =>
  client.ask(transport => present(transport.react?.(byId(client, said), { emoji, active }), 'react'), 'react')

/** Picks the fact by which a client hears that a user put an emoji to a message, or took it away. */
export const reactionOf =
  (user: UserId, said: Said, emoji: string, active = true) =>
  (event: TransportEvent | Fact): ReactionFact | undefined =>
    isAt(event, said) && event.user === user && event.emoji === emoji && event.active === active ? event : undefined

const isAt = (event: TransportEvent | Fact, said: Said): event is ReactionFact => event.type === 'reaction' && names(event.target, said)

/** Who has put what to a message, as told so far. */
export const reactionsTo = (facts: readonly (TransportEvent | Fact)[], said: Said): readonly string[] => {
  const registers = new Map<string, ReactionFact>()
  for (const fact of facts) {
    if (!isAt(fact, said)) continue
    const name = `${fact.user} ${fact.emoji}`
    const known = registers.get(name)
    if (known === undefined || (known.version ?? '') <= (fact.version ?? '')) registers.set(name, fact)
  }
  return [...registers].flatMap(([name, { active }]) => (active ? [name] : [])).sort()
}
