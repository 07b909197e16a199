import type { Attachment } from '../../model/body.ts'
import { chatError } from '../../model/error.ts'
import type { ProgressOp } from '../../protocol/transport.ts'
import { systemClock } from '../../systemClock.ts'
import { authorized, type Fetched, type FileRequest } from './authorized.ts'
import type { Downloader } from './downloader.ts'
import type { DownloaderOptions } from './downloaderOptions.ts'
import { noAnswer } from './httpError.ts'
import { transfer, type Running } from './transfer.ts'

/**
 * Fetches files in a browser, with progress. Files of another origin come if it allows that (CORS).
 * @example
 * browserDownloader({ headers: async () => ({ Authorization: `Bearer ${await token()}` }), origins: ['https://files.example'] })
 */
export const browserDownloader = (options: DownloaderOptions = {}): Downloader => {
  const { clock = systemClock() } = options
  return {
    download: (attachment: Attachment, op?: ProgressOp): Promise<Blob> =>
      transfer(
        running =>
          authorized(
            attachment,
            options,
            request => fetchFile(request, attachment, running),
            () => clock.now(),
          ),
        op,
        { ...options, clock },
      ),
  }
}

const fetchFile = async ({ url, headers, fresh }: FileRequest, { size, mime }: Attachment, running: Running): Promise<Fetched<Blob>> => {
  try {
    const response = await fetch(url, { headers, signal: running.signal, cache: fresh ? 'reload' : 'default' })
    if (!response.ok) {
      return { refusal: { status: response.status, text: await response.text(), retryAfter: response.headers.get('Retry-After') } }
    }
    const parts: BlobPart[] = []
    let got = 0
    if (response.body !== null) {
      const reader = response.body.getReader()
      for (let part = await reader.read(); !part.done; part = await reader.read()) {
        parts.push(part.value)
        got += part.value.length
        running.onProgress(size > 0 ? Math.min(1, got / size) : 0)
      }
    }
    running.onProgress(1)
    return { file: new Blob(parts, { type: mime }) }
  } catch (cause) {
    throw running.signal.aborted ? chatError('cancelled') : noAnswer(cause)
  }
}
