import type { ChatError } from './error.ts'

/** How a command ended. Commands don't reject for what can be expected. */
export type Outcome<T = void> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: ChatError }

export const succeeded = <T>(value: T): Outcome<T> => ({ ok: true, value })
export const done: Outcome = /* @__PURE__ */ Object.freeze({ ok: true, value: undefined })
export const failed = (error: ChatError): { readonly ok: false; readonly error: ChatError } => ({ ok: false, error })
