import type { AttachmentBody } from '../../model/body.ts'

/** What can be told of a file by looking at it. */
export interface FileDescription {
  /** As what it may be sent: a picture that can't be shown here is a `file`. */
  readonly type: AttachmentBody['type']
  /** Pixels, as it is shown: a photo taken upright is higher than wide. */
  readonly width?: number
  readonly height?: number
  readonly durationMs?: number
  /** A small picture of it, as a `data:` URL of at most 8 kB. */
  readonly thumbnail?: string
}

/** What a media type alone says. */
export const kindOf = (mime: string): AttachmentBody['type'] => {
  const [family] = mime.toLowerCase().split('/')
  return family === 'image' || family === 'audio' || family === 'video' ? family : 'file'
}
