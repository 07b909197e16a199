import type { Downloader } from '@parlance/core/attachments'
import { browserDownloader } from '@parlance/core/attachments'
import type { fileUrlOf } from './fileUrlOf.ts'

/** Fetches files from where this page finds them. */
export const pageDownloader = (fileUrl: ReturnType<typeof fileUrlOf>): Downloader => {
  const downloader = browserDownloader()
  return {
    download: (attachment, op) => {
      const url = fileUrl(attachment)
      return downloader.download(url === undefined ? attachment : { ...attachment, url }, op)
    },
  }
}
