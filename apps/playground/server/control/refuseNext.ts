import type { ErrorCode, UserId } from '@parlance/core'
import { chatError } from '@parlance/core'
import type { Refusal, Sandbox } from '@parlance/sandbox'

/** What is refused with a code that says nothing of a message. */
const requestFor: ReadonlyMap<ErrorCode, NonNullable<Refusal['request']>> = new Map([
  ['recallTooLate', 'recall'],
  ['recallDisabled', 'recall'],
  ['editTooLate', 'edit'],
])

/** As often as a client tries by itself, so that it gives up; and with little to wait between. */
const ATTEMPTS = 5
const PAUSE_MS = 50

/** Has the sandbox refuse what a user does next; gives back what takes that back. */
export const refuseNext = (sandbox: Sandbox, user: UserId, code: ErrorCode): (() => void) =>
  sandbox.refuse({
    user,
    code,
    request: requestFor.get(code) ?? 'send',
    ...(chatError(code).retryable && { times: ATTEMPTS, retryAfterMs: PAUSE_MS }),
  })
