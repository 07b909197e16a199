export { useAttachments } from './useAttachments.ts'
export type { AttachmentsView } from './useAttachments.ts'
export { useDownload } from './useDownload.ts'
export type { DownloadOption, DownloadView } from './useDownload.ts'
