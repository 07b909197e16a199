import type { ChatError } from './error.ts'

/** The link to the backend. `closed` is final until `connect` is called again. */
export type Connection =
  | { readonly state: 'offline'; readonly retryAt?: number; readonly error?: ChatError }
  | { readonly state: 'connecting' }
  | { readonly state: 'syncing' }
  /** Since when, milliseconds since 1970. */
  | { readonly state: 'online'; readonly since: number }
  | { readonly state: 'closed'; readonly error: ChatError }
