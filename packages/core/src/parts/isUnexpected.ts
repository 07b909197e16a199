import type { ChatError, ErrorCode } from '../model/error.ts'

/** What is to be expected where nobody asked: the link or the chat went, the backend has no such thing, or I don't belong there any more. */
const expected: readonly ErrorCode[] = ['cancelled', 'offline', 'unsupported', 'notMember', 'groupNotFound']

/** Whether a failure where nobody asked is worth a report. */
export const isUnexpected = ({ code }: ChatError): boolean => !expected.includes(code)
