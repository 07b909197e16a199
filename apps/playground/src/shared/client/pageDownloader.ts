import type { Downloader } from '@parlance/core/attachments'
import { browserDownloader } from '@parlance/core/attachments'
import type { ClientLink } from './clientLink.ts'

/** Fetches files from where this page finds them. */
export const pageDownloader = (fileUrl: ClientLink['fileUrl']): Downloader => {
  const downloader = browserDownloader()
  return {
    download: (attachment, op) => {
      const url = fileUrl(attachment)
      return downloader.download(url === undefined ? attachment : { ...attachment, url }, op)
    },
  }
}
