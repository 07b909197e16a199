/** What a safe URL begins with. */
const safe = /^(https?:\/\/[^\s/?#]|blob:\S|data:image\/(?!svg))/i

/** Whether a URL may be kept: http, https, blob, or an image as data [SEC2]. Anything else could run or leak. */
export const isSafeUrl = (url: string): boolean => {
  // Mini programs have none.
  if (typeof URL !== 'function') return safe.test(url)
  try {
    const { protocol, pathname } = new URL(url)
    return (
      protocol === 'http:' || protocol === 'https:' || protocol === 'blob:' || (protocol === 'data:' && /^image\/(?!svg)/i.test(pathname))
    )
  } catch {
    return false
  }
}
