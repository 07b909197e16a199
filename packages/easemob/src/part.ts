import type { Capabilities, Transport } from '@parlance/core'
import type { EventContext, Taker } from './events/context.ts'
import type { Besides } from './messages/messageFacts.ts'
import type { CompletePage, RequestContext } from './requests/context.ts'
import type { SdkHandler } from './sdk/handler.ts'

/** What a part of the adapter works with. */
export interface PartContext extends RequestContext, EventContext {
  /** What is read in messages: a part adds to it. */
  readonly besides: Besides[]
  /** Who has messages of his own: a part adds to it. */
  readonly takers: Taker[]
  /** What adds to the list of conversations: a part may bring it. */
  complete?: CompletePage
}

/** What a part brings. */
export interface Part {
  /** What it listens to. */
  readonly handler: SdkHandler
  /** What can be done with it. */
  readonly commands: Partial<Transport>
  /** What the transport says that it can do with it. */
  readonly capabilities: (before: Capabilities) => Partial<Capabilities>
}

/** A part of the adapter, for `easemob({ parts: [people, groups] })`: what isn't imported isn't in the bundle. */
export type EasemobPart = (context: PartContext) => Part
