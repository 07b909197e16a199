import type { Attachment } from '@parlance/core'

/** Of a file that came by Easemob's test server, which is in front of the same sandbox: without the secret by which that server gives it. */
const besideIt = /^\/[^/]+\/[^/]+\/chatfiles\/([^/]+)$/

/**
 * Where this page finds an uploaded file. The server names its files by the address at which it was started; a page that reached it by
 * another one (another device) asks there.
 */
export const fileUrlOf = (server: string) => {
  const { host, protocol, pathname } = new URL(server)
  const files = `${pathname.replace(/\/*$/, '/')}files/`
  const idIn = ({ pathname: path, search }: URL): string | undefined => {
    if (path.startsWith(files)) return path.slice(files.length)
    return search === '' ? besideIt.exec(path)?.[1] : undefined
  }
  return ({ url }: Attachment): string | undefined => {
    if (url === undefined || !URL.canParse(url)) return undefined
    const id = idIn(new URL(url))
    return id === undefined ? url : `${protocol === 'wss:' ? 'https' : 'http'}://${host}${files}${id}`
  }
}
