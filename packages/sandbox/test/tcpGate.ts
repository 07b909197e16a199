import type { AddressInfo, Socket } from 'node:net'
import { connect, createServer } from 'node:net'

/** A way to a server that can be cut. */
export interface TcpGate {
  readonly port: number
  /** Drops every connection, whatever is on its way, and refuses new ones. */
  cut(): void
  /** Holds back whatever comes, on either side. */
  silence(): void
  restore(): void
  /** Puts bytes of one's own into every connection, towards the client. */
  inject(bytes: Uint8Array): void
  close(): Promise<void>
}

/** A port that leads to another one. */
export const openTcpGate = async (target: number): Promise<TcpGate> => {
  const pairs = new Set<readonly [Socket, Socket]>()
  let open = true

  const server = createServer(near => {
    if (!open) {
      near.destroy()
      return
    }
    const far = connect(target, '127.0.0.1')
    const pair = [near, far] as const
    pairs.add(pair)
    for (const [here, there] of [pair, [far, near]] as const) {
      here.setNoDelay(true)
      here.pipe(there)
      here.on('error', () => {})
      here.on('close', () => {
        pairs.delete(pair)
        there.destroy()
      })
    }
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo

  const drop = (): void => {
    for (const pair of [...pairs]) for (const socket of pair) socket.destroy()
  }
  return {
    port,
    cut() {
      open = false
      drop()
    },
    silence() {
      for (const pair of pairs) for (const socket of pair) socket.pause()
    },
    restore() {
      open = true
      for (const pair of pairs) for (const socket of pair) socket.resume()
    },
    inject(bytes) {
      for (const [near] of pairs) near.write(bytes)
    },
    close() {
      drop()
      return new Promise(resolve => server.close(() => resolve()))
    },
  }
}
