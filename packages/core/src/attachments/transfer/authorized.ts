import type { Attachment } from '../../model/body.ts'
import { chatError } from '../../model/error.ts'
import { isSafeUrl } from '../../model/url.ts'
import { given, type Pairs } from './given.ts'
import type { DownloaderOptions } from './downloaderOptions.ts'
import { httpError, isStale, type HttpRefusal } from './httpError.ts'

/** What came of one request: the file, or why there is none. */
export type Fetched<T> = { readonly file: T } | { readonly refusal: HttpRefusal }

/** Where a file is and what the request shows. */
export interface FileRequest {
  readonly url: string
  readonly headers: Pairs
  /** A refusal that somebody kept is no answer to fresh headers. */
  readonly fresh: boolean
}

/**
 * Fetches a file with the headers that its store may see; once more, with fresh ones, where those no longer count. Throws what the
 * refusal means. `now`: milliseconds since 1970.
 */
export const authorized = async <T>(
  attachment: Attachment,
  { headers, origins }: DownloaderOptions,
  fetchFile: (request: FileRequest) => Promise<Fetched<T>>,
  now: () => number,
): Promise<T> => {
  const { url } = attachment
  if (url === undefined) throw chatError('notFound', { message: 'The file is only where it was sent from.' })
  // What came in was checked; this may be called with anything.
  if (!isSafeUrl(url)) throw chatError('invalid', { path: 'url', message: 'A file can only be fetched by http, https or blob.' })
  const trusted = headers !== undefined && isAt(origins, url)
  const attempt = async (renew: boolean): Promise<Fetched<T>> =>
    fetchFile({ url, headers: trusted ? await given(headers, attachment, { renew }) : {}, fresh: renew })

  const first = await attempt(false)
  const isRenewable = trusted && typeof headers === 'function'
  const last = 'refusal' in first && isStale(first.refusal.status) && isRenewable ? await attempt(true) : first
  if ('refusal' in last) throw httpError(last.refusal, now())
  return last.file
}

/** Whether a URL leads to one of these origins. By its text: what is spelled otherwise is told nothing, and mini programs have no `URL`. */
const isAt = (origins: readonly string[], url: string): boolean => origins.some(origin => url.startsWith(`${origin.replace(/\/$/, '')}/`))
