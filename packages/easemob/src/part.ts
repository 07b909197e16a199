import type { Capabilities, ConversationEntry, ConversationId, Fact, Origin, Transport } from '@parlance/core'
import type { EventContext } from './events/context.ts'
import type { RequestContext } from './requests/context.ts'
import type { SdkHandler } from './sdk/handler.ts'
import type { Raw } from './sdk/raw.ts'

/** What a part of the adapter works with. */
export interface PartContext extends RequestContext, EventContext {}

/** A transport as the adapter makes it, with or without parts. */
export type EasemobTransport = Transport & Required<Pick<Transport, 'conversations' | 'setConversation'>>

/** What a part brings: to what was there before, be it the adapter itself or another part. */
export interface Part {
  /** What it listens to. An event that was listened to before it has to hand on. */
  readonly handler?: (before: SdkHandler) => SdkHandler
  /** What can be done with it. */
  readonly commands?: (before: EasemobTransport) => Partial<EasemobTransport>
  /** What the transport says that it can do with it. */
  readonly capabilities: (before: Capabilities) => Partial<Capabilities>
  /** What it reads in a message besides. */
  readonly besides?: (raw: Raw, target: { readonly id: string; readonly conversation: ConversationId }, origin: Origin) => readonly Fact[]
  /** What it reads in a line of the conversation list besides. */
  readonly listed?: (raw: Raw) => Partial<ConversationEntry>
  /** Takes a message that is its own, or says that it isn't. */
  readonly takes?: (message: Raw, origin: Origin) => boolean
}

/** For what parts add to. */
export interface WithParts {
  readonly parts: readonly Part[]
}

/** A part of the adapter, for `easemob({ parts: [people, groups] })`: what isn't imported isn't in the bundle. */
export type EasemobPart = (context: PartContext) => Part
