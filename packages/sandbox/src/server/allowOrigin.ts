import type { IncomingMessage } from 'node:http'

/** Which pages may connect: any, those listed (as in `https://chat.example`), or, by default, those that come from this host. */
export type AllowedOrigins = '*' | readonly string[]

/** Whether a request comes from a page that may ask. One without `Origin` comes from no page. */
export const createOriginCheck = (allowed: AllowedOrigins | undefined): ((request: IncomingMessage) => boolean) => {
  const listed = new Set(allowed)
  return ({ headers }) => {
    const { origin, host } = headers
    if (origin === undefined || allowed === '*') return true
    return allowed === undefined ? hostOf(origin) === host : listed.has(origin)
  }
}

const hostOf = (origin: string): string | undefined => (URL.canParse(origin) ? new URL(origin).host : undefined)
