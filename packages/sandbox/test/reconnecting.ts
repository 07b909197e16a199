import type { Capabilities, TransportEvent } from '@parlance/core'
import type { Subscription } from 'rxjs'
import { Observable } from 'rxjs'
import type { Bend } from './bend.ts'

export const byItself = (capabilities: Capabilities): Capabilities => ({ ...capabilities, reconnects: 'transport' })

/** A transport that opens its link again by itself, from its last checkpoint, and says how that goes. */
export const reconnecting: Bend = straight => ({
  get capabilities() {
    return byItself(straight.capabilities)
  },
  connect: ({ resume } = {}) =>
    new Observable<TransportEvent>(subscriber => {
      let token = resume
      let link: Subscription | undefined
      let timer: ReturnType<typeof setTimeout> | undefined

      const open = (): void => {
        link = straight.connect(token === undefined ? {} : { resume: token }).subscribe({
          next(event) {
            if (event.type === 'checkpoint') token = event.token
            subscriber.next(event.type === 'capabilities' ? { ...event, capabilities: byItself(event.capabilities) } : event)
          },
          error(error) {
            subscriber.next({ type: 'link', state: 'lost', error })
            timer = setTimeout(open, 1)
          },
          complete: () => subscriber.complete(),
        })
      }
      open()
      return () => {
        clearTimeout(timer)
        link?.unsubscribe()
      }
    }),
})
