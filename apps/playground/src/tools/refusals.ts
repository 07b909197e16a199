import type { ErrorCode } from '@parlance/core'

/** With what the sandbox can be told to refuse, by what it refuses then. */
export const refusals: readonly { readonly title: string; readonly codes: readonly ErrorCode[] }[] = [
  {
    title: 'A message',
    codes: [
      'blocked',
      'groupNotFound',
      'notMember',
      'notAllowlisted',
      'contentRejected',
      'intercepted',
      'unknown',
      'muted',
      'moderated',
      'rateLimited',
      'tooLarge',
      'forbidden',
      'notFound',
      'unavailable',
      'invalid',
      'unsupported',
    ],
  },
  { title: 'A recall', codes: ['recallTooLate', 'recallDisabled'] },
  { title: 'An edit', codes: ['editTooLate'] },
]
