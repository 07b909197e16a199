import type { FileDescription } from './fileDescription.ts'
import { loadMedia, type LoadedMedia } from './loadMedia.ts'
import { thumbnail } from './thumbnail.ts'

/** How far into a film its picture is taken, seconds: the very first frame is often black. */
const posterAt = 0.1

/** How long sound is. Rejects if it can't be played. */
export const describeAudio = async (file: Blob, signal: AbortSignal): Promise<FileDescription> => {
  const media = await loadMedia(document.createElement('audio'), file, signal)
  try {
    return { type: 'audio', ...(await durationOf(media)) }
  } finally {
    media.release()
  }
}

/** A film's size, how long it is, and a picture of it. Rejects if it can't be played. */
export const describeVideo = async (file: Blob, signal: AbortSignal): Promise<FileDescription> => {
  const video = document.createElement('video')
  // Else phones load nothing that nobody plays.
  video.muted = true
  video.playsInline = true
  const media = await loadMedia(video, file, signal)
  try {
    const { videoWidth: width, videoHeight: height } = video
    const duration = await durationOf(media)
    const size = width > 0 ? { width, height } : {}
    const poster = await posterOf(video, media, duration.durationMs)
    return { type: 'video', ...size, ...duration, ...(poster !== undefined && { thumbnail: poster }) }
  } finally {
    media.release()
  }
}

/** What a recorder wrote doesn't say how long it is: whoever jumps to its end learns it. */
const durationOf = async ({ element, seek }: LoadedMedia): Promise<{ readonly durationMs?: number }> => {
  try {
    if (element.duration === Number.POSITIVE_INFINITY) await seek(Number.MAX_SAFE_INTEGER)
  } catch {
    return {}
  }
  return Number.isFinite(element.duration) ? { durationMs: Math.round(element.duration * 1_000) } : {}
}

const posterOf = async (video: HTMLVideoElement, { seek }: LoadedMedia, durationMs = 0): Promise<string | undefined> => {
  try {
    await seek(Math.min(posterAt, durationMs / 2_000))
    return thumbnail({ source: video, width: video.videoWidth, height: video.videoHeight })
  } catch {
    return undefined
  }
}
