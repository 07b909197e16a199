import type { MessageRef, ReceiptTarget, UserId } from '@parlance/core'
import { chatError } from '@parlance/core'
import { refFor } from './messageFacts.ts'
import { messageNamed } from './messageNamed.ts'
import type { Place } from './permissions.ts'
import { placeThrough, positionOf } from './sequence.ts'
import { concerns, isCountable } from './sight.ts'
import type { StoredMessage } from './storedMessage.ts'
import type { World } from './world.ts'

/** What a mark reaches, in the log's terms. */
export type Reached =
  | { readonly form: 'upTo'; readonly through: number; readonly named: StoredMessage | undefined }
  | { readonly form: 'whole'; readonly through: number }
  | { readonly form: 'exactly'; readonly messages: readonly StoredMessage[] }

/** Reads a mark's target. Never beyond what there is: nobody has read what comes next. Throws as `messageNamed` does. */
export const reachedBy = (world: World, { talk, seat: { user } }: Place, target: ReceiptTarget): Reached => {
  const { head } = talk.log
  if ('exactly' in target) {
    return { form: 'exactly', messages: target.exactly.map(ref => messageNamed(world, user, ref, talk).message) }
  }
  if ('whole' in target) return { form: 'whole', through: target.through === undefined ? head : placeThrough(target.through, head) }
  const { position, ...ref } = target.upTo
  if (ref.id !== undefined || ref.localId !== undefined) {
    const named = messageNamed(world, user, ref, talk).message
    return { form: 'upTo', through: named.sequence, named }
  }
  if (position === undefined) throw chatError('invalid', { path: 'target.upTo', message: 'A mark needs a message or a position.' })
  const through = placeThrough(position, head)
  return { form: 'upTo', through, named: talk.log.at(through) }
}

/** The same target as somebody else may hear it. */
export const targetFor = (world: World, viewer: UserId, { talk }: Place, reached: Reached): ReceiptTarget => {
  const refOf = (message: StoredMessage): MessageRef => refFor(world, viewer, talk, message)
  switch (reached.form) {
    case 'upTo': {
      const { named, through } = reached
      return { upTo: { ...(named !== undefined && concerns(named, viewer) && refOf(named)), position: positionOf(through) } }
    }
    case 'whole':
      return { whole: true, through: positionOf(reached.through) }
    case 'exactly':
      return { exactly: reached.messages.filter(message => concerns(message, viewer)).map(refOf) }
  }
}

/** The messages of others that a mark points at, for what goes with it. */
export const pointedAt = ({ talk, seat }: Place, reached: Reached): readonly StoredMessage[] => {
  const others = (message: StoredMessage | undefined): message is StoredMessage => message !== undefined && isCountable(seat, message)
  if (reached.form === 'exactly') return reached.messages.filter(others)
  if (reached.form === 'upTo') return [reached.named].filter(others)
  for (const message of talk.log.downwards(reached.through, seat.floor)) if (others(message)) return [message]
  return []
}
