import type { ChatError } from '../../model/error.ts'

/** How far a file is on its way here. */
export type DownloadState =
  | { readonly state: 'idle' }
  /** `progress` from 0 to 1, where the downloader tells it. */
  | { readonly state: 'loading'; readonly progress?: number }
  /** `url`: an object URL, or a path in a mini program. Good for as long as somebody watches. */
  | { readonly state: 'ready'; readonly url: string }
  | { readonly state: 'failed'; readonly error: ChatError }

/** Nobody asked for it. */
export const idle: DownloadState = { state: 'idle' }
