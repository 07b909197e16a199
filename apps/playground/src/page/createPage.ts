import { direct, group } from '@parlance/core'
import type { ControlClient } from '../shared/control/controlClient.ts'
import { connectControl } from '../shared/control/controlClient.ts'
import type { Person } from '../shared/client/person.ts'
import type { Framework } from '../shared/panel/createPanel.ts'
import type { Joining, Mistake } from './address.ts'
import { readAddress } from './address.ts'
import type { Seat } from './createSeat.ts'
import { createSeat } from './createSeat.ts'
import { createQuiet } from './createQuiet.ts'
import { showUnread } from './badge/showUnread.ts'

/** All that the page holds. */
export interface PageModel {
  readonly seats: readonly Seat[]
  readonly people: readonly Person[]
  /** Where WebSockets connect. */
  readonly server: string
  /** What is wrong with the address, in a sentence. */
  readonly mistake: string | undefined
  /** Absent where the page's server has no sandbox. */
  readonly control: ControlClient | undefined
}

const panels: readonly (readonly [user: string, framework: Framework])[] = [
  ['alice', 'react'],
  ['bob', 'vue'],
  ['carol', 'svelte'],
]

const ownServer = ({ protocol, host }: Location, path: string): string => `${protocol === 'https:' ? 'wss:' : 'ws:'}//${host}${path}`

interface Seating {
  readonly seats: readonly Seat[]
  readonly server?: string
  readonly mistake?: string
}

/** Those of the three panels who are people of the sandbox. */
const seatsOf = (people: readonly Person[], server: string): readonly Seat[] =>
  panels.flatMap(([user, framework]) => {
    const person = people.find(({ id }) => id === user)
    const selected = user === 'bob' ? direct('alice') : group('lake')
    return person === undefined
      ? []
      : [createSeat({ account: { transport: 'websocket', user, token: person.token, server }, framework, selected })]
  })

const seatFor = (asked: Joining | Mistake): Seating => {
  if ('mistake' in asked) return { seats: [], ...asked }
  const { ui, ...account } = asked
  return { seats: [createSeat({ account, framework: ui })], server: account.server }
}

/** Who is on this page, as its address and its server have it. */
export const createPage = async (location: Location): Promise<PageModel> => {
  const control = await connectControl()
  const status = control?.status.get()
  const people = status?.people ?? []
  const own = ownServer(location, status?.path ?? '/')
  const asked = readAddress(location.search, own)
  const { seats, server = own, mistake }: Seating = asked === undefined ? { seats: seatsOf(people, own) } : seatFor(asked)

  window.parlance = {
    chats: Object.fromEntries(seats.map(({ user, client }) => [user, client.chat])),
    quiet: createQuiet(
      seats.map(({ client }) => client),
      control,
    ),
    facts: () => seats.reduce((sum, { log }) => sum + log.total.get(), 0),
  }
  showUnread(document, seats)
  return { seats, people, server, mistake, control }
}
