import { createHash } from 'node:crypto'

/** With an uploaded file's URL goes a secret by which it may be fetched. Whoever can compute it needn't keep it. */
export const secretOf = (url: string | undefined): string | undefined => {
  const id = /\/chatfiles\/([^/?]+)/.exec(url ?? '')?.[1]
  return id === undefined ? undefined : createHash('sha256').update(`secret of ${id}`).digest('base64url').slice(0, 20)
}
