import type { Clock } from '@parlance/core'
import type { OpenPipe, Pipe, PipeListener } from '@parlance/websocket'

interface Side {
  listener: PipeListener | undefined
  closed: boolean
}

/** A connection within one process: in order, nothing lost, each frame in a microtask of its own. `accept` gets the server's end. */
export const memoryPipe =
  (clock: Clock, accept: (end: Pipe) => PipeListener): OpenPipe =>
  client => {
    const here: Side = { listener: client, closed: false }
    const there: Side = { listener: undefined, closed: false }

    /** Whoever has closed hears nothing more, not even what was on its way. */
    const tell = (side: Side, say: (listener: PipeListener) => void): void =>
      clock.microtask(() => {
        if (!side.closed && side.listener !== undefined) say(side.listener)
      })
    const end = (mine: Side, other: Side): Pipe => ({
      buffered: 0,
      send(frame) {
        if (!mine.closed) tell(other, listener => listener.frame(frame))
      },
      close() {
        if (mine.closed) return
        mine.closed = true
        tell(other, listener => {
          other.closed = true
          listener.closed()
        })
      },
    })

    there.listener = accept(end(there, here))
    for (const side of [there, here]) tell(side, listener => listener.opened())
    return end(here, there)
  }
