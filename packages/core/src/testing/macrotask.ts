/** Node's: a browser has none. */
declare const setImmediate: ((run: () => void) => unknown) | undefined

const waiting: (() => void)[] = []
let port: MessagePort | undefined

/** One channel for all: each costs as much as a dozen messages. */
const postTask = (run: () => void): void => {
  waiting.push(run)
  if (port === undefined) {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => waiting.shift()?.()
    port = port2
  }
  port.postMessage(0)
}

/** A turn of the real event loop: every promise job queued by then has run. */
export const macrotask = (): Promise<void> =>
  new Promise(resolve => {
    if (typeof setImmediate === 'function') setImmediate(resolve)
    else postTask(resolve)
  })
