import type { KeyValue } from './keyValue.ts'

/** What a message says. The SDK leaves out what it doesn't know, and so does this. */
export interface Content {
  readonly type?: 'TEXT' | 'IMAGE' | 'VIDEO' | 'LOCATION' | 'VOICE' | 'FILE' | 'COMMAND' | 'CUSTOM' | 'COMBINE'
  readonly subType?: 'COMBINE' | 'GIF' | 'SUB_STREAM'
  readonly text?: string
  readonly latitude?: number
  readonly longitude?: number
  readonly address?: string
  readonly buildingName?: string
  readonly displayName?: string
  readonly remotePath?: string
  readonly secretKey?: string
  /** Bytes. */
  readonly fileLength?: number
  /** Seconds of sound, but milliseconds of a film: so the SDK's documents say, and the wire doesn't. */
  readonly duration?: number
  /** Pixels. */
  readonly size?: { readonly width?: number; readonly height?: number }
  readonly thumbnailRemotePath?: string
  readonly thumbnailSecretKey?: string
  readonly thumbnailDisplayName?: string
  readonly action?: string
  readonly params?: readonly KeyValue[]
  readonly customEvent?: string
  readonly customExts?: readonly KeyValue[]
  readonly title?: string
  readonly summary?: string
  readonly combineLevel?: number
}
