import type { Page } from 'playwright'

export const filmSize = { width: 64, height: 48 } as const

/** A busy machine records fewer pictures in a second. */
const atLeast = { ms: 600, bytes: 4_000 } as const

/** A short film as a WebM file: colours of a canvas, recorded in a page. */
export const recordFilm = async (page: Page): Promise<Buffer> => {
  const base64 = await page.evaluate(
    async ({ width, height, ms, bytes: leastBytes }) => {
      const canvas = Object.assign(document.createElement('canvas'), { width, height })
      const context = canvas.getContext('2d')!
      const recorder = new MediaRecorder(canvas.captureStream(), { mimeType: 'video/webm;codecs=vp8' })
      const parts: Blob[] = []
      recorder.addEventListener('dataavailable', ({ data }) => parts.push(data))
      const stopped = new Promise(resolve => recorder.addEventListener('stop', resolve, { once: true }))
      const start = performance.now()
      const size = (): number => parts.reduce((sum, part) => sum + part.size, 0)
      recorder.start(50)
      for (let frame = 0; performance.now() - start < ms || size() < leastBytes; frame++) {
        for (let x = 0; x < width; x++) {
          context.fillStyle = `hsl(${frame * 30 + x * 7} 80% 50%)`
          context.fillRect(x, 0, 1, height)
        }
        await new Promise(requestAnimationFrame)
      }
      recorder.stop()
      await stopped
      const bytes = new Uint8Array(await new Blob(parts).arrayBuffer())
      return btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(''))
    },
    { ...filmSize, ...atLeast },
  )
  return Buffer.from(base64, 'base64')
}
