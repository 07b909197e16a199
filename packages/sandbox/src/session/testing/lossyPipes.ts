import type { Clock } from '@parlance/core'
import type { OpenPipe, Pipe, PipeListener } from '@parlance/websocket'

/** What a network does to frames. Shares are between 0 and 1, times in milliseconds. */
export interface Weather {
  loss: number
  duplication: number
  /** Each frame takes between these two: frames overtake each other where they differ. */
  latency: readonly [number, number]
}

export interface LossyPipes {
  readonly open: OpenPipe
  weather: Weather
  /** Looks at each frame before it leaves; `false` loses it. */
  watch: (from: 'client' | 'server', frame: string) => boolean
  /** Cuts every pipe. */
  cut(): void
  /** Cuts every pipe, and only the clients notice. */
  vanish(): void
  /** Frames on their way. */
  readonly flying: number
  /** Puts a frame of one's own on the way to the client. */
  toClient(frame: string): void
  toServer(frame: string): void
  /** The server's ends say that this much hasn't left. */
  serverBuffered: number
}

/** Pairs of pipe ends in memory that lose, double and reorder. `accept` gets the server's end. */
export const lossyPipes = (clock: Clock, random: () => number, accept: (pipe: Pipe) => PipeListener): LossyPipes => {
  let onTheWay = 0
  const pairs = new Set<{ cut(): void; vanish(): void; toClient(frame: string): void; toServer(frame: string): void }>()
  const pipes: LossyPipes = {
    weather: { loss: 0, duplication: 0, latency: [5, 5] },
    watch: () => true,
    cut: () => {
      for (const pair of [...pairs]) pair.cut()
    },
    vanish: () => {
      for (const pair of [...pairs]) pair.vanish()
    },
    get flying() {
      return onTheWay
    },
    toClient: frame => {
      for (const pair of pairs) pair.toClient(frame)
    },
    toServer: frame => {
      for (const pair of pairs) pair.toServer(frame)
    },
    serverBuffered: 0,
    open(client) {
      let open = true
      const fly = (run: () => void): void => {
        const { latency } = pipes.weather
        onTheWay++
        clock.setTimeout(
          () => {
            onTheWay--
            if (open) run()
          },
          latency[0] + random() * (latency[1] - latency[0]),
        )
      }
      const post = (from: 'client' | 'server', frame: string, take: (frame: string) => void): void => {
        if (!open || !pipes.watch(from, frame) || random() < pipes.weather.loss) return
        fly(() => take(frame))
        if (random() < pipes.weather.duplication) fly(() => take(frame))
      }
      const close = (tell: readonly PipeListener[]): void => {
        if (!open) return
        open = false
        pairs.delete(pair)
        clock.setTimeout(() => {
          for (const listener of tell) listener.closed()
        }, 1)
      }
      const server = accept({
        send: frame => post('server', frame, text => client.frame(text)),
        close: () => close([client]),
        get buffered() {
          return pipes.serverBuffered
        },
      })
      const pair = {
        cut: () => close([client, server]),
        vanish: () => close([client]),
        toClient: (frame: string) => fly(() => client.frame(frame)),
        toServer: (frame: string) => fly(() => server.frame(frame)),
      }
      pairs.add(pair)
      clock.setTimeout(() => {
        if (open) client.opened()
      }, 1)
      return {
        send: frame => post('client', frame, text => server.frame(text)),
        close: () => close([server]),
        buffered: 0,
      }
    },
  }
  return pipes
}
