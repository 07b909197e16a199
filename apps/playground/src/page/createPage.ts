import { direct, group } from '@parlance/core'
import type { ControlClient } from '../shared/control/controlClient.ts'
import { connectControl } from '../shared/control/controlClient.ts'
import type { Person } from '../shared/client/person.ts'
import type { Framework } from '../shared/panel/createPanel.ts'
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
  /** Absent where the page's server has no sandbox. */
  readonly control: ControlClient | undefined
}

const panels: readonly (readonly [user: string, framework: Framework])[] = [
  ['alice', 'react'],
  ['bob', 'vue'],
  ['carol', 'svelte'],
]

const defaultServer = ({ protocol, host }: Location, path: string): string => `${protocol === 'https:' ? 'wss:' : 'ws:'}//${host}${path}`

/** Who is on this page, as its address and its server have it. */
export const createPage = async (location: Location): Promise<PageModel> => {
  const control = await connectControl()
  const status = control?.status.get()
  const people = status?.people ?? []
  const joining = readAddress(location.search)
  const server = joining?.server ?? defaultServer(location, status?.path ?? '/')
  const seats =
    joining === undefined
      ? panels.flatMap(([user, framework]) => {
          const person = people.find(({ id }) => id === user)
          const selected = user === 'bob' ? direct('alice') : group('lake')
          return person === undefined ? [] : [createSeat({ user, token: person.token, server, framework, selected })]
        })
      : [createSeat({ ...joining, server, framework: joining.ui })]

  window.parlance = {
    chats: Object.fromEntries(seats.map(({ user, client }) => [user, client.chat])),
    quiet: createQuiet(
      seats.map(({ client }) => client),
      control,
    ),
    facts: () => seats.reduce((sum, { log }) => sum + log.total.get(), 0),
  }
  showUnread(document, seats)
  return { seats, people, server, control }
}
