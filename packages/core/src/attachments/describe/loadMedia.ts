import { whileAllowed } from './whileAllowed.ts'

/** Sound or a film whose size and length are known. */
export interface LoadedMedia {
  readonly element: HTMLMediaElement
  /** Goes to a time, in seconds, and shows what is there. */
  readonly seek: (seconds: number) => Promise<void>
  readonly release: () => void
}

/** Loads as much of a file as tells its size and length. Rejects if it can't be played, or takes too long. */
export const loadMedia = async (element: HTMLMediaElement, file: Blob, signal: AbortSignal): Promise<LoadedMedia> => {
  const url = URL.createObjectURL(file)
  const release = (): void => {
    element.removeAttribute('src')
    // Lets go of the decoder.
    element.load()
    URL.revokeObjectURL(url)
  }
  const reached = (event: 'loadedmetadata' | 'seeked', begin: () => void): Promise<void> =>
    whileAllowed(
      new Promise((resolve, reject) => {
        element.addEventListener(event, () => resolve(), { once: true })
        element.addEventListener('error', () => reject(new Error('It can not be played.')), { once: true })
        begin()
      }),
      signal,
    )
  try {
    await reached('loadedmetadata', () => {
      element.preload = 'auto'
      element.src = url
    })
  } catch (cause) {
    release()
    throw cause
  }
  const seek = (seconds: number): Promise<void> =>
    reached('seeked', () => {
      element.currentTime = seconds
    })
  return { element, seek, release }
}
