import type { ChatError, ErrorCode } from '../model/error.ts'

/** What is to be expected where nobody asked: the link went, the chat did, or the backend has no such thing. */
const expected: readonly ErrorCode[] = ['cancelled', 'offline', 'unsupported']

/** Whether a failure where nobody asked is worth a report. */
export const isUnexpected = ({ code }: ChatError): boolean => !expected.includes(code)
