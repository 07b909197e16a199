import type { JsonObject } from './json.ts'

/**
 * Module augmentation point: what an application knows about its own messages.
 * @example
 * declare module '@parlance/core' {
 *   interface Register { ext: { orderId?: string }; custom: { poll: { question: string } } }
 * }
 */
// biome-ignore lint/suspicious/noEmptyInterface: it is there to be augmented
export interface Register {}

/** What travels beside a body: any JSON object, or the application's own type through {@link Register}. */
export type Ext = Register extends { ext: infer E } ? E : JsonObject

/** Custom bodies by event name: any, or the application's own through {@link Register}. */
export type CustomBodies = Register extends { custom: infer C } ? C : { readonly [event: string]: JsonObject }
