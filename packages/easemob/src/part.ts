import type { Capabilities, ConversationId, ConversationPage, Fact, Op, Origin, Transport } from '@parlance/core'
import type { EventContext } from './events/context.ts'
import type { RequestContext } from './requests/context.ts'
import type { SdkHandler } from './sdk/handler.ts'
import type { Raw } from './sdk/raw.ts'

/** What a part of the adapter works with. */
export interface PartContext extends RequestContext, EventContext {}

/** What a part brings. */
export interface Part {
  /** What it listens to. */
  readonly handler: SdkHandler
  /** What can be done with it. */
  readonly commands: Partial<Transport>
  /** What the transport says that it can do with it. */
  readonly capabilities: (before: Capabilities) => Partial<Capabilities>
  /** What it reads in a message besides. */
  readonly besides?: (raw: Raw, target: { readonly id: string; readonly conversation: ConversationId }, origin: Origin) => readonly Fact[]
  /** Takes a message that is its own, or says that it isn't. */
  readonly takes?: (message: Raw, origin: Origin) => boolean
  /** Adds to a page of the conversation list what Easemob says elsewhere. */
  readonly complete?: (page: ConversationPage, op?: Op) => Promise<ConversationPage>
}

/** For what parts add to. */
export interface WithParts {
  readonly parts: readonly Part[]
}

/** A part of the adapter, for `easemob({ parts: [people, groups] })`: what isn't imported isn't in the bundle. */
export type EasemobPart = (context: PartContext) => Part
