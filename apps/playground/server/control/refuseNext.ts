import type { ErrorCode } from '@parlance/core'
import { chatError } from '@parlance/core'
import type { Sandbox } from '@parlance/sandbox'
import type { Command, Refusable } from './command.ts'

/** What is refused with a code that says nothing of a message. */
const requestFor: ReadonlyMap<ErrorCode, Refusable> = new Map([
  ['recallTooLate', 'recall'],
  ['recallDisabled', 'recall'],
  ['editTooLate', 'edit'],
])

/** As often as a client tries by itself, so that it gives up; and with little to wait between. */
const ATTEMPTS = 5
const PAUSE_MS = 50

/** Has the sandbox refuse what a user does next; gives back what takes that back. */
export const refuseNext = (sandbox: Sandbox, { user, code, request }: Extract<Command, { do: 'refuse' }>): (() => void) =>
  sandbox.refuse({
    user,
    code,
    request: request ?? requestFor.get(code) ?? 'send',
    ...(chatError(code).retryable && { times: ATTEMPTS, retryAfterMs: PAUSE_MS }),
  })
