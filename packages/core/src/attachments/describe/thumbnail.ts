/** Longest side, pixels. */
const mostPixels = 96
/** Of the whole `data:` URL. */
const mostBytes = 8 * 1024
/** What is tried until it is small enough: sides as shares of the longest, and qualities. */
const attempts = [1, 0.75, 0.5, 0.25].flatMap(scale => [0.8, 0.5].map(quality => ({ scale, quality })))

/** What a canvas can draw, and its size in pixels. */
export interface Picture {
  readonly source: CanvasImageSource
  readonly width: number
  readonly height: number
}

/** A small picture as a `data:` URL; `undefined` if none is small enough, or can't be drawn. */
export const thumbnail = ({ source, width, height }: Picture): string | undefined => {
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d')
  if (context === null || width === 0 || height === 0) return undefined
  for (const { scale, quality } of attempts) {
    const shrink = Math.min(1, (mostPixels * scale) / Math.max(width, height))
    canvas.width = Math.max(1, Math.round(width * shrink))
    canvas.height = Math.max(1, Math.round(height * shrink))
    context.drawImage(source, 0, 0, canvas.width, canvas.height)
    const url = encoded(canvas, quality)
    if (url.length <= mostBytes) return url
  }
  return undefined
}

/** WebP where the browser writes it, else JPEG. */
const encoded = (canvas: HTMLCanvasElement, quality: number): string => {
  const webp = canvas.toDataURL('image/webp', quality)
  return webp.startsWith('data:image/webp') ? webp : canvas.toDataURL('image/jpeg', quality)
}
