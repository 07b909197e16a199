import { chatError } from './model/error.ts'
import type { MessageKey } from './model/ids.ts'
import type { Message } from './model/message.ts'
import type { Readable } from './model/readable.ts'

/** Waits until a message is sent or failed. Rejects with `notFound`, or `cancelled` when it is taken back or the signal aborts. */
export const settled = (key: MessageKey, readable: Readable<Message | undefined>, signals: readonly AbortSignal[]): Promise<Message> =>
  new Promise((resolve, reject) => {
    if (readable.get() === undefined) {
      reject(chatError('notFound', { message: `There is no message with the key ${key}.` }))
      return
    }
    let end = (): void => {}
    const stop = (): void => {
      end()
      for (const signal of signals) signal.removeEventListener('abort', cancel)
    }
    const cancel = (): void => {
      stop()
      reject(chatError('cancelled'))
    }
    const look = (message: Message | undefined): void => {
      if (message === undefined) cancel()
      else if (isSettled(message)) {
        stop()
        resolve(message)
      }
    }
    if (signals.some(signal => signal.aborted)) return cancel()
    for (const signal of signals) signal.addEventListener('abort', cancel)
    end = readable.subscribe(look)
    // The subscription told at once, before there was an end to call.
    const now = readable.get()
    if (now === undefined || isSettled(now)) stop()
  })

const isSettled = ({ send }: Message): boolean => send === undefined || send.state === 'sent' || send.state === 'failed'
