const QUERY = '?em-redirect=true'
const SECRET = '&share-secret='

/** A file in Easemob's own store, as its body names it. */
export interface StoredFile {
  readonly url: string
  readonly secret?: string
}

/** The address at which everybody who has it may fetch a file of Easemob's store. */
export const addressOf = ({ url, secret }: StoredFile): string =>
  `${url}${QUERY}${secret === undefined || secret === '' ? '' : `${SECRET}${secret}`}`

/** The file behind such an address, or `undefined` if it is elsewhere: Easemob's SDK moves every other URL to its own host. */
export const storedFile = (address: string, host: string): StoredFile | undefined => {
  const at = address.indexOf(QUERY)
  if (at < 0 || !address.startsWith(host)) return undefined
  const secret = address.slice(at + QUERY.length)
  if (secret !== '' && !secret.startsWith(SECRET)) return undefined
  return { url: address.slice(0, at), ...(secret !== '' && { secret: secret.slice(SECRET.length) }) }
}
