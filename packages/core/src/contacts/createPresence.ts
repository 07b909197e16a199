import type { UserId } from '../model/ids.ts'
import type { Presence } from '../model/presence.ts'
import { newest, type Versioned } from '../model/versioned.ts'
import { askFor } from '../parts/askFor.ts'
import { checkedUser } from '../parts/checkedUser.ts'
import { keyedReadables, type KeyedReadables } from '../parts/keyedReadables.ts'
import type { PartContext, PartReadable } from '../part.ts'
import type { ChatPresence } from './chatPresence.ts'
import { presenceWatch } from './presenceWatch.ts'

export const createPresence = (context: PartContext): ChatPresence => {
  const { transport, capabilities, online } = context
  const known = new Map<UserId, Versioned<Presence>>()

  const people: KeyedReadables<UserId, PartReadable<Presence | undefined>> = keyedReadables(
    (user: UserId, watched) => context.readable(() => (people.watched.has(user) || online() ? known.get(user)?.value : undefined), watched),
    () => watch.changed(),
  )
  /** Of others nobody tells any more: what they were may have changed since. */
  const forgetOthers = (users: { readonly has: (user: UserId) => boolean }): void => {
    for (const user of [...known.keys()]) if (!users.has(user)) known.delete(user)
  }

  context.onSynced(() => {
    forgetOthers(people.watched)
    // What was known before this link gives way to whatever is told over it.
    for (const [user, { value }] of known) known.set(user, { value, seq: 0 })
  })
  const watch = presenceWatch(context, { watched: () => people.watched.keys(), asking: forgetOthers })

  context.onFacts(facts => {
    for (const fact of facts) {
      if (fact.type !== 'presence') continue
      const { user, presence: value, seq, version } = fact
      known.set(user, newest(known.get(user), { value, seq, ...(version !== undefined && { version }) }))
      people.watched.get(user)?.refresh()
    }
  })

  return {
    of: user => people.of(checkedUser(context, user, 'presence(chat).of')),
    set: ({ state, status }) =>
      askFor(context, transport.presence, capabilities().presence, (ops, op) =>
        ops.set({ state, ...(status !== undefined && { status }) }, op),
      ),
  }
}
