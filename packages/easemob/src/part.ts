import type { Capabilities, Transport } from '@parlance/core'
import type { EventContext } from './events/context.ts'
import type { RequestContext } from './requests/context.ts'
import type { SdkHandler } from './sdk/handler.ts'

/** What a part of the adapter works with. */
export interface PartContext extends RequestContext, EventContext {}

/** What a part brings: what it listens to, what can be done with it, and what the transport says that it can do. */
export interface Part {
  readonly handler: SdkHandler
  readonly commands: Partial<Transport>
  readonly capabilities: Partial<Capabilities>
}

/** A part of the adapter, for `easemob({ parts: [people, groups] })`: what isn't imported isn't in the bundle. */
export type EasemobPart = (context: PartContext) => Part
