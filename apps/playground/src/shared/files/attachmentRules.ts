import type { AttachmentRule, AttachmentRules } from '@parlance/core'

const MB = 1_000_000

/**
 * Which files this application sends. What is a picture, sound or film has to be one that browsers show; a file may be what people work
 * with, and nothing that runs.
 */
export const attachmentRules = {
  image: {
    types: ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif'],
    extensions: ['png', 'jpg', 'jpeg', 'gif', 'webp', 'avif'],
    maxBytes: 16 * MB,
  },
  audio: { types: ['audio/*'], extensions: ['mp3', 'm4a', 'aac', 'ogg', 'oga', 'opus', 'wav', 'flac', 'webm', 'weba'], maxBytes: 24 * MB },
  video: { types: ['video/mp4', 'video/webm', 'video/quicktime', 'video/ogg'], extensions: ['mp4', 'm4v', 'webm', 'mov', 'ogv'] },
  file: {
    extensions: [
      ...['pdf', 'txt', 'md', 'csv', 'rtf', 'json', 'xml', 'ics', 'vcf', 'gpx'],
      ...['doc', 'docx', 'odt', 'xls', 'xlsx', 'ods', 'ppt', 'pptx', 'odp', 'epub'],
      ...['zip', '7z', 'gz', 'tar', 'png', 'jpg', 'jpeg', 'gif', 'webp', 'avif', 'heic', 'svg', 'mp3', 'wav', 'm4a', 'mp4', 'mov', 'webm'],
    ],
  },
} as const satisfies AttachmentRules

/** What a file dialog offers first, as an `accept`. */
export const acceptOf = (...rules: readonly AttachmentRule[]): string =>
  rules.flatMap(({ types = [], extensions = [] }) => [...types, ...extensions.map(extension => `.${extension}`)]).join()
