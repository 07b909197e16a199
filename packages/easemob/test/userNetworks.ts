type Handler<Event> = ((event: Event) => void) | null

/** As much of a `WebSocket` as the SDK uses, on a network that can be cut and silenced. */
interface SdkSocket {
  binaryType: string
  readyState: number
  onopen: Handler<object>
  onclose: Handler<object>
  onmessage: Handler<{ readonly data: ArrayBuffer }>
  send(data: ArrayBuffer | Uint8Array<ArrayBuffer>): void
  close(): void
}

/** Networks by user: which one a socket is on is said by its URL, as in `?user=alice`. */
export interface UserNetworks {
  readonly WebSocket: new (url: string) => SdkSocket
  /** Loses every socket of a user, whatever is on its way, and lets none be opened. */
  cut(user: string): void
  /** Lets nothing pass in either direction, and tells nobody. */
  silence(user: string): void
  /** Brings something down every socket of a user. */
  deliver(user: string, data: ArrayBuffer): void
  /** Sockets can be opened again, and what is sent passes. */
  restore(user: string): void
}

/** A socket to the server: the browser's, or that of `ws`, which can be dropped without a word. */
interface Socket {
  binaryType: string
  onopen: unknown
  onmessage: unknown
  onclose: unknown
  onerror: unknown
  send(data: ArrayBuffer | Uint8Array<ArrayBuffer>): void
  close(): void
  terminate?(): void
}

/** `Socket`: what takes frames to the server. */
export const userNetworks = (Socket: new (url: string) => Socket): UserNetworks => {
  const open = new Map<string, Set<NetworkSocket>>()
  const cut = new Set<string>()
  const silent = new Set<string>()

  class NetworkSocket implements SdkSocket {
    binaryType = 'arraybuffer'
    readyState = 0
    onopen: SdkSocket['onopen'] = null
    onclose: SdkSocket['onclose'] = null
    onmessage: SdkSocket['onmessage'] = null
    readonly #user: string
    readonly #socket: Socket | undefined

    constructor(url: string) {
      this.#user = new URL(url).searchParams.get('user') ?? ''
      if (cut.has(this.#user)) {
        setTimeout(() => this.#ended())
        return
      }
      const socket = new Socket(url)
      this.#socket = socket
      socket.binaryType = 'arraybuffer'
      const mine = open.get(this.#user) ?? new Set()
      open.set(this.#user, mine.add(this))
      socket.onopen = () => {
        if (this.readyState !== 0) return
        this.readyState = 1
        this.onopen?.({})
      }
      socket.onmessage = ({ data }: { readonly data: ArrayBuffer }) => {
        if (this.readyState === 1 && !silent.has(this.#user)) this.onmessage?.({ data })
      }
      socket.onclose = () => this.#ended()
      socket.onerror = () => this.#ended()
    }

    send(data: ArrayBuffer | Uint8Array<ArrayBuffer>): void {
      if (!silent.has(this.#user)) this.#socket?.send(data)
    }

    close(): void {
      if (this.readyState === 3) return
      this.readyState = 2
      this.#socket?.close()
    }

    lose(): void {
      if (this.#socket?.terminate === undefined) this.#socket?.close()
      else this.#socket.terminate()
      this.#ended()
    }

    #ended(): void {
      open.get(this.#user)?.delete(this)
      if (this.readyState === 3) return
      this.readyState = 3
      this.onclose?.({})
    }
  }

  return {
    WebSocket: NetworkSocket,
    cut(user) {
      cut.add(user)
      for (const socket of [...(open.get(user) ?? [])]) socket.lose()
    },
    silence: user => void silent.add(user),
    deliver(user, data) {
      for (const socket of open.get(user) ?? []) socket.onmessage?.({ data })
    },
    restore(user) {
      cut.delete(user)
      silent.delete(user)
    },
  }
}
