import type { Subscription } from 'rxjs'
import { asChatError, chatError, type ChatError } from '../model/error.ts'
import type { LinkEvent, ResumeToken, TransportEvent } from '../protocol/transport.ts'
import type { FlowContext } from './flowContext.ts'

/** What a link says of itself; everything else it says goes where it belongs without asking. */
export interface LinkListener {
  /** Something came: there is a link. */
  readonly heard: () => void
  readonly checkpoint: (token: ResumeToken) => void
  readonly link: (event: LinkEvent) => void
  /** The Observable ended, by an error or without a word. */
  readonly ended: (error: ChatError) => void
}

/** Subscribes to the transport until `subscription` is closed; after that nothing is heard of it. */
export const openLink = (
  { transport, ingress, sink }: FlowContext,
  subscription: Subscription,
  resume: { readonly token: ResumeToken } | undefined,
  listener: LinkListener,
): void => {
  const take = (event: TransportEvent): void => {
    switch (event.type) {
      case 'link':
      case 'synced':
      case 'closed':
        return listener.link(event)
      case 'capabilities':
        listener.heard()
        return sink.change({ type: 'capabilities', capabilities: event.capabilities })
      case 'checkpoint':
        listener.heard()
        return listener.checkpoint(event.token)
      case 'fault':
        return sink.report(asChatError(event.error, 'protocol'))
      default:
        listener.heard()
        return ingress.fact(event)
    }
  }
  const ended = (error: ChatError): void => {
    if (!subscription.closed) listener.ended(error)
  }
  try {
    const events = transport.connect(resume === undefined ? {} : { resume: resume.token })
    subscription.add(
      events.subscribe({
        next: event => {
          if (subscription.closed) return
          try {
            take(event)
          } catch (thrown) {
            // One bad event doesn't end the link [RCV8].
            sink.report(asChatError(thrown, 'internal'))
          }
        },
        error: (thrown: unknown) => ended(asChatError(thrown, 'unavailable')),
        complete: () => ended(chatError('unavailable', { message: 'The link ended without saying why.' })),
      }),
    )
  } catch (thrown) {
    ended(asChatError(thrown, 'unavailable'))
  }
}
