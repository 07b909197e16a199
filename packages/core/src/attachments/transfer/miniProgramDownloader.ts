import type { Attachment, FilePath } from '../../model/body.ts'
import type { ProgressOp } from '../../protocol/transport.ts'
import { systemClock } from '../../systemClock.ts'
import { authorized, type Fetched, type FileRequest } from './authorized.ts'
import type { Downloader } from './downloader.ts'
import type { DownloaderOptions } from './downloaderOptions.ts'
import type { MiniProgramDownload } from './miniProgram.ts'
import { runTask, wholeMs } from './miniProgramTransfer.ts'
import { transfer, type Running } from './transfer.ts'

/** Fetches files in a mini program, where `wx.downloadFile` puts them into a place that lasts for the session. */
export const miniProgramDownloader = (wx: MiniProgramDownload, options: DownloaderOptions = {}): Downloader => {
  const { clock = systemClock() } = options
  return {
    download: (attachment: Attachment, op?: ProgressOp): Promise<FilePath> =>
      transfer(
        running =>
          authorized(
            attachment,
            options,
            request => fetchFile(wx, request, attachment, running),
            () => clock.now(),
          ),
        op,
        { ...options, clock },
      ),
  }
}

const fetchFile = async (
  wx: MiniProgramDownload,
  { url, headers }: FileRequest,
  { size, mime }: Attachment,
  running: Running,
): Promise<Fetched<FilePath>> => {
  const { statusCode, tempFilePath, retryAfter } = await runTask<{ readonly statusCode: number; readonly tempFilePath: string }>(
    running,
    ends => wx.downloadFile({ url, header: { ...headers }, timeout: wholeMs, ...ends }),
  )
  if (statusCode < 200 || statusCode >= 300) return { refusal: { status: statusCode, retryAfter } }
  running.onProgress(1)
  return { file: { path: tempFilePath, size, type: mime } }
}
