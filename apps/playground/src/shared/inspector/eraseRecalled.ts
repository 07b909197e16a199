import type { MessageRef, RemoteMessage, StampedFact } from '@parlance/core'

type Recall = Extract<StampedFact, { type: 'recalled' }>

/**
 * The same facts without the body of a message that was recalled, under whatever name they carry it. A claim to be its author by
 * somebody else erases nothing.
 */
export const eraseRecalled = (facts: readonly StampedFact[], { target, by, as }: Recall): readonly StampedFact[] => {
  const names = new Set(namesOf(target))
  const isIt = (ref: MessageRef): boolean => namesOf(ref).some(name => names.has(name))
  for (let known = 0; known < names.size; ) {
    known = names.size
    for (const message of facts.flatMap(messagesIn)) if (isIt(message)) for (const name of namesOf(message)) names.add(name)
  }
  const copies = facts.flatMap(messagesIn).filter(isIt)
  const isForged = as === 'author' && copies.length > 0 && copies.every(({ from }) => from !== by)
  return isForged ? facts : facts.map(fact => withoutBody(fact, isIt))
}

const namesOf = ({ id, from, localId }: MessageRef): readonly string[] => [
  ...(id === undefined ? [] : [JSON.stringify([id])]),
  ...(from === undefined || localId === undefined ? [] : [JSON.stringify([from, localId])]),
]

const messagesIn = (fact: StampedFact): readonly RemoteMessage[] => {
  if (fact.type === 'message' || fact.type === 'accepted') return [fact.message]
  return fact.type === 'conversation' && fact.entry.last !== undefined ? [fact.entry.last] : []
}

const withoutBody = (fact: StampedFact, isIt: (ref: MessageRef) => boolean): StampedFact => {
  switch (fact.type) {
    case 'message':
      return isIt(fact.message) ? { ...fact, message: erased(fact.message) } : fact
    case 'accepted':
      return isIt(fact.message) ? { ...fact, message: erased(fact.message) } : fact
    case 'edited':
      return isIt(fact.target) ? erased(fact) : fact
    case 'conversation': {
      const { last } = fact.entry
      return last !== undefined && isIt(last) ? { ...fact, entry: { ...fact.entry, last: erased(last) } } : fact
    }
    default:
      return fact
  }
}

const erased = <Carrier extends Pick<RemoteMessage, 'body' | 'ext'>>({ ext: _, ...rest }: Carrier) => ({
  ...rest,
  body: { type: 'unknown' } as const,
})
