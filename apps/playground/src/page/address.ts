import type { Account, Somebody } from '../shared/client/account.ts'
import type { Framework } from '../shared/panel/createPanel.ts'

/** What an address with a user asks for: one client, drawn with one framework. */
export type Joining = Account & Drawn

interface Drawn {
  readonly ui: Framework
}

/** An address that asks for what there isn't. */
export interface Mistake {
  /** In a sentence, with the mend. */
  readonly mistake: string
}

/** `server`: where the page's own sandbox is. `undefined`: the three panels. */
export const readAddress = (search: string, server: string): Joining | Mistake | undefined => {
  const given = new URLSearchParams(search)
  const transport = given.get('transport') ?? 'websocket'
  const who = { user: given.get('user') ?? '', token: given.get('token') ?? '', ui: frameworkIn(given) }
  if (transport === 'easemob') return readEasemob(given, { ...who, server })
  if (transport !== 'websocket') return { mistake: `There is transport=websocket and transport=easemob, but no “${transport}”.` }
  const elsewhere = given.get('server')
  if (who.user === '') return undefined
  return { transport, ...who, server: elsewhere !== null && isSocketUrl(elsewhere) ? elsewhere : server }
}

const readEasemob = (given: URLSearchParams, who: Somebody & Drawn): Joining | Mistake => {
  const appKey = given.get('appKey') ?? ''
  const url = given.get('url') ?? undefined
  if (who.user === '' || who.token === '')
    return { mistake: 'With transport=easemob the address says who you are: add user=… and token=….' }
  // Whoever writes the # as it is has ended the search with it.
  if (!/^[^#]+#[^#]+$/.test(appKey))
    return { mistake: 'With transport=easemob the address has an appKey, with %23 for its #, as in appKey=org%23app.' }
  if (url !== undefined && !isSocketUrl(url))
    return { mistake: `The url of Easemob’s socket begins with ws:// or wss://, which “${url}” doesn’t.` }
  return { transport: 'easemob', ...who, appKey, ...(url !== undefined && { url }) }
}

const isSocketUrl = (address: string): boolean => /^wss?:\/\//.test(address) && URL.canParse(address)

const frameworkIn = (given: URLSearchParams): Framework => {
  const ui = given.get('ui')
  return ui === 'vue' || ui === 'svelte' ? ui : 'react'
}

/** The address at which somebody joins from another tab or device. */
export const joinAddress = (page: string, { ui, ...account }: Joining): string => {
  const address = new URL(page)
  address.search = new URLSearchParams({ ...asked(account), ...(ui !== 'react' && { ui }) }).toString()
  address.hash = ''
  return address.href
}

const asked = (account: Account): Record<string, string> => {
  const { user, token } = account
  if (account.transport === 'websocket') return { user, token, server: account.server }
  const { transport, url, appKey } = account
  return { transport, ...(url !== undefined && { url }), appKey, user, token }
}
