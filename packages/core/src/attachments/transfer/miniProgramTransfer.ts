import { chatError, type ChatError } from '../../model/error.ts'
import type { MiniProgramTask } from './miniProgram.ts'
import { noAnswer } from './httpError.ts'
import type { Running } from './transfer.ts'

/** What a mini program's platform says at the end: how it went, or why it didn't. */
interface Ends<T> {
  readonly success: (answer: T) => void
  readonly fail: (failure: { readonly errMsg: string }) => void
}

/** An answer, with the header that tells when to come back. */
export type Answered<T> = T & { readonly retryAfter: string | undefined }

/** The platform's own bound is for the whole of a transfer, however well it goes: milliseconds. */
export const wholeMs = 3_600_000

/** Runs a task of a mini program's platform until it ends or has to stop. */
export const runTask = <T>({ signal, onProgress }: Running, begin: (ends: Ends<T>) => MiniProgramTask): Promise<Answered<T>> =>
  new Promise((resolve, reject) => {
    if (signal.aborted) return reject(chatError('cancelled'))
    let retryAfter: string | undefined
    const task = begin({
      success: answer => resolve({ ...answer, retryAfter }),
      fail: ({ errMsg }) => reject(failureOf(errMsg)),
    })
    task.onProgressUpdate(({ progress }) => onProgress(progress / 100))
    task.onHeadersReceived?.(({ header }) => {
      for (const [name, value] of Object.entries(header)) if (name.toLowerCase() === 'retry-after') retryAfter = String(value)
    })
    signal.addEventListener('abort', () => task.abort(), { once: true })
  })

/** The platform tells in words why nothing came of it. */
const failureOf = (errMsg: string): ChatError => {
  // Not ERR_CONNECTION_ABORTED, which is a network's doing.
  if (/:fail abort$/.test(errMsg)) return chatError('cancelled', { effect: 'maybe', message: errMsg })
  if (/time ?out/i.test(errMsg)) return chatError('timeout', { message: errMsg })
  if (/domain list/i.test(errMsg)) return chatError('forbidden', { message: errMsg })
  if (/no such file|not (found|exist)/i.test(errMsg)) return chatError('invalid', { path: 'body.attachment.file', message: errMsg })
  return noAnswer(errMsg)
}
