import type { ReceiptFact, ReceiptKind, ReceiptTarget } from '@parlance/core'
import { refFor } from './messageFacts.ts'
import type { Place } from './permissions.ts'
import type { Seat } from './seat.ts'
import { positionOf } from './sequence.ts'
import { concerns } from './sight.ts'
import type { StoredMessage } from './storedMessage.ts'
import { membersOf } from './talk.ts'
import type { World } from './world.ts'

/** How far everybody has come whose receipts the asker gets by name: he himself, a direct peer, and in groups all if nobody counts. */
export const standingReceipts = (world: World, place: Place, messages: readonly StoredMessage[]): readonly ReceiptFact[] => {
  const { talk, seat } = place
  const { readCount, delivered } = world.policy.capabilities
  const byName = talk.kind === 'direct' || (readCount === 'derived' && messages.some(({ from, notice }) => from === seat.user && !notice))
  const own = seat.read.through
  return [
    ...(own > 0 ? [receipt(place, seat, 'read', { upTo: { position: positionOf(own) } })] : []),
    ...singles(world, place, seat, 'read'),
    ...(byName ? [...membersOf(talk)] : [])
      .filter(other => other !== seat)
      .flatMap(other => [
        ...(delivered === 'none' ? [] : standing(world, place, other, 'delivered')),
        ...standing(world, place, other, 'read'),
      ]),
  ]
}

const standing = (world: World, place: Place, other: Seat, kind: ReceiptKind): readonly ReceiptFact[] => {
  const { marked } = other[kind]
  const upTo = marked === undefined ? [] : [receipt(place, other, kind, { upTo: { position: positionOf(marked.through) } }, marked.at)]
  return [...upTo, ...singles(world, place, other, kind)]
}

const singles = (world: World, place: Place, other: Seat, kind: ReceiptKind): readonly ReceiptFact[] => {
  const { talk, seat } = place
  const refs = other[kind].single.flatMap(sequence => {
    const message = talk.log.at(sequence)
    return message !== undefined && concerns(message, seat.user) ? [refFor(world, seat.user, talk, message)] : []
  })
  return refs.length === 0 ? [] : [receipt(place, other, kind, { exactly: refs })]
}

const receipt = ({ talk, seat }: Place, { user }: Seat, kind: ReceiptKind, target: ReceiptTarget, at?: number): ReceiptFact => ({
  type: 'receipt',
  origin: 'history',
  conversation: talk.nameFor(seat.user),
  user,
  kind,
  target,
  ...(at !== undefined && { at }),
})
