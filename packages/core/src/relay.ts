import { Subject, type Observable } from 'rxjs'
import { guarded } from './guarded.ts'
import type { Ephemeral } from './model/ephemeral.ts'
import type { ConversationId } from './model/ids.ts'
import type { Membership } from './model/membership.ts'
import type { Message } from './model/message.ts'
import type { Happening } from './reduce/batch.ts'
import { messageView } from './select/messageView.ts'
import { Alerts } from './store/alerts.ts'
import type { ChatStore } from './store/chatStore.ts'

/** What happens once, for whoever listens: beside the state, never part of it. */
export interface Relay {
  readonly incoming$: Observable<Message>
  readonly commands$: Observable<Message>
  readonly ephemeral$: Observable<Ephemeral>
  readonly membership$: Observable<Membership>
  readonly tell: (happening: Happening, store: ChatStore) => void
  readonly setActive: (conversation: ConversationId, active: boolean) => void
  readonly complete: () => void
}

/** `caught`: one of those who listen threw. */
export const createRelay = (caught: (thrown: unknown) => void): Relay => {
  const incoming$ = new Subject<Message>()
  const commands$ = new Subject<Message>()
  const ephemeral$ = new Subject<Ephemeral>()
  const membership$ = new Subject<Membership>()
  const alerts = new Alerts()

  return {
    incoming$: guarded(incoming$, caught),
    commands$: guarded(commands$, caught),
    ephemeral$: guarded(ephemeral$, caught),
    membership$: guarded(membership$, caught),
    setActive: (conversation, active) => alerts.setActive(conversation, active),
    tell: (happening, store) => {
      switch (happening.type) {
        case 'arrived': {
          // What else the batch brought counts: a message that was recalled in it is not announced.
          const record = store.locate(happening.record.key)?.record
          if (record !== undefined && alerts.deserves(record, store.listing.isSilenced(record.conversation)))
            incoming$.next(messageView(record))
          return
        }
        case 'command':
          return commands$.next(messageView(happening.record))
        case 'ephemeral':
          return ephemeral$.next(happening.ephemeral)
        case 'membership':
          return membership$.next(happening.membership)
      }
    },
    complete: () => {
      for (const subject of [incoming$, commands$, ephemeral$, membership$]) subject.complete()
    },
  }
}
