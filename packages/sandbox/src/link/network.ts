import type { Clock, UserId } from '@parlance/core'
import { chatError } from '@parlance/core'
import type { Pipe, PipeListener } from '@parlance/websocket'
import { decodeClientFrame, MAX_FRAME_TO_SERVER } from '@parlance/websocket/wire'
import { createChannel } from './channel.ts'
import type { CompleteFaults, LinkFaults } from './faults.ts'
import { completeFaults } from './faults.ts'

/** Faults to order, by user; `all` stands for everybody. */
export interface Faults {
  /** From now on, in place of what was set for the same before. What is set for one user counts for him, whatever is set for all later. */
  set(user: UserId, faults: LinkFaults): void
  /** Closes a user's links, loses what is on its way, and lets no new ones come about until `restore`. */
  cut(user: UserId): void
  restore(user: UserId): void
  /** The server goes down and comes up at once: links and sessions are gone, data is not. */
  restart(): void
  /** Puts a frame that can't be read on the way to a user. */
  garble(user: UserId): void
  /** No faults, nobody cut. */
  clear(): void
}

export interface NetworkOptions {
  readonly clock: Clock
  /** A new stream of numbers for each link: what happens on one doesn't change another. */
  readonly random: (user: UserId | undefined) => () => number
  readonly users: () => readonly UserId[]
  /** Where links lead. */
  readonly accept: (pipe: Pipe) => PipeListener
  /** Forgets all sessions. */
  readonly forgetSessions: () => void
  /** A frame arrived or was lost, a link came or went. */
  readonly moved: () => void
}

/** Links between clients and the server, as bad as they are told to be. */
export interface Network {
  readonly faults: Faults
  /** Takes on a server's end of any pipe. `user`: if known; else the client's first word tells. */
  accept(pipe: Pipe, user?: UserId): PipeListener
  isCut(user: UserId): boolean
  /** Frames on their way. */
  readonly flying: number
}

interface Link {
  user: UserId | undefined
  readonly flying: number
  cut(): void
  garble(): void
}

const perfect = completeFaults({})

export const createNetwork = (options: NetworkOptions): Network => {
  const { clock, moved } = options
  const links = new Set<Link>()
  const byUser = new Map<UserId, CompleteFaults>()
  const cutOff = new Set<UserId>()
  let forAll = perfect

  const faultsOf = ({ user }: Link): CompleteFaults => (user === undefined ? perfect : (byUser.get(user) ?? forAll))
  const named = (user: UserId): readonly UserId[] => (user === 'all' ? options.users() : [user])

  const accept = (pipe: Pipe, user?: UserId): PipeListener => {
    const random = options.random(user)
    const up = createChannel({ clock, random, moved, faults: () => faultsOf(link), deliver: frame => server.frame(frame) })
    const down = createChannel({ clock, random, moved, faults: () => withLostAcks(faultsOf(link)), deliver: frame => pipe.send(frame) })
    const gone = (): void => {
      links.delete(link)
      moved()
    }
    const link: Link = {
      user,
      get flying() {
        return up.flying + down.flying
      },
      garble: () => down.send('{"t":"da'),
      cut() {
        if (!links.has(link)) return
        gone()
        up.drop()
        down.drop()
        pipe.close(chatError('unavailable'))
        server.closed()
      },
    }
    links.add(link)
    const server = options.accept({
      get buffered() {
        return pipe.buffered
      },
      send: frame => down.send(frame),
      close(error) {
        if (!links.has(link)) return
        gone()
        up.drop()
        down.finish(() => pipe.close(error))
      },
    })
    /** Whether the link may go on: not that of a user who is cut off. */
    const passes = (): boolean => {
      if (link.user === undefined || !cutOff.has(link.user)) return true
      link.cut()
      return false
    }
    return {
      opened() {
        if (passes()) server.opened()
      },
      frame(text) {
        link.user ??= userOf(text)
        if (passes()) up.send(text)
      },
      closed(error) {
        if (!links.has(link)) return
        gone()
        down.drop()
        up.finish(() => server.closed(error))
      },
    }
  }

  const cutLinks = (concerns: (link: Link) => boolean): void => {
    for (const link of [...links]) if (concerns(link)) link.cut()
  }

  return {
    accept,
    isCut: user => cutOff.has(user),
    get flying() {
      let frames = 0
      for (const link of links) frames += link.flying
      return frames
    },
    faults: {
      set(user, faults) {
        if (user === 'all') forAll = completeFaults(faults)
        else byUser.set(user, completeFaults(faults))
      },
      cut(user) {
        for (const one of named(user)) cutOff.add(one)
        cutLinks(link => link.user !== undefined && cutOff.has(link.user))
      },
      restore(user) {
        for (const one of named(user)) cutOff.delete(one)
        moved()
      },
      restart() {
        cutLinks(() => true)
        options.forgetSessions()
      },
      garble(user) {
        for (const link of links) if (named(user).some(one => one === link.user)) link.garble()
      },
      clear() {
        forAll = perfect
        byUser.clear()
        cutOff.clear()
        moved()
      },
    },
  }
}

/** Two chances of being lost as one. */
const withLostAcks = (faults: CompleteFaults): CompleteFaults => ({ ...faults, loss: 1 - (1 - faults.loss) * (1 - faults.lostAcks) })

/** The client's first word names the user. */
const userOf = (text: string): UserId | undefined => {
  const frame = decodeClientFrame(text, MAX_FRAME_TO_SERVER)
  return frame.ok && frame.value.t === 'hello' ? frame.value.user : undefined
}
