import type { ChatError, ErrorCode, Outcome } from '@parlance/core'
import { chatError } from '@parlance/core'
import * as v from 'valibot'

/** What checks a value from outside and gives a `T`. */
export type Schema<T> = v.GenericSchema<unknown, T>

/** Where trouble goes that isn't worth stopping for. */
export type Report = (error: ChatError) => void

/**
 * A value from outside, checked. The error says where the fault is and what was expected there, never what stood there:
 * that may be a credential or somebody's message.
 */
export const read = <T>(schema: Schema<T>, raw: unknown, code: ErrorCode = 'protocol'): Outcome<T> => {
  const result = v.safeParse(schema, raw, { abortEarly: true })
  if (result.success) return { ok: true, value: result.output }
  const [issue] = result.issues
  const path = v.getDotPath(issue) ?? undefined
  const at = path === undefined ? '' : ` at ${path}`
  return { ok: false, error: chatError(code, { path, message: `Not readable${at}: expected ${issue.expected ?? 'something else'}.` }) }
}
