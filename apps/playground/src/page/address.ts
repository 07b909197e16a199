import type { UserId } from '@parlance/core'
import type { Framework } from '../shared/panel/createPanel.ts'

/** What an address with a user asks for: one client, drawn with one framework. */
export interface Joining {
  readonly user: UserId
  readonly token: string
  /** `ws:` or `wss:`; absent: the server that the page comes from. */
  readonly server?: string
  readonly ui: Framework
}

/** `undefined`: the three panels. */
export const readAddress = (search: string): Joining | undefined => {
  const given = new URLSearchParams(search)
  const user = given.get('user')
  const server = given.get('server')
  const ui = given.get('ui')
  if (user === null || user === '') return undefined
  return {
    user,
    token: given.get('token') ?? '',
    ...(server !== null && /^wss?:\/\//.test(server) && URL.canParse(server) && { server }),
    ui: ui === 'vue' || ui === 'svelte' ? ui : 'react',
  }
}

/** The address at which somebody joins from another tab or device. */
export const joinAddress = (page: string, { user, token, server, ui }: Required<Joining>): string => {
  const address = new URL(page)
  address.search = new URLSearchParams({ user, token, server, ...(ui !== 'react' && { ui }) }).toString()
  address.hash = ''
  return address.href
}
