import type { Attachment } from '@parlance/core'

/**
 * Where this page finds an uploaded file. The server names its files by the address at which it was started; a page that reached it by
 * another one (another device) asks there.
 */
export const fileUrlOf = (server: string) => {
  const { host, protocol, pathname } = new URL(server)
  const files = `${pathname.replace(/\/*$/, '/')}files/`
  return ({ url }: Attachment): string | undefined => {
    if (url === undefined || !URL.canParse(url)) return undefined
    const at = new URL(url)
    return at.pathname.startsWith(files) ? `${protocol === 'wss:' ? 'https' : 'http'}://${host}${at.pathname}` : url
  }
}
