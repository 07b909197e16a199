import { afterEach, describe, expect, it, vi } from 'vitest'
import { film } from '../../../test/media/film.ts'
import { noise, picture, turnedJpeg } from '../../../test/media/picture.ts'
import { wave } from '../../../test/media/wave.ts'
import { bodyOfFile } from './bodyOfFile.ts'
import { describeFile } from './describeFile.ts'

const shown = async (url: string | undefined) => {
  const image = new Image()
  image.src = url ?? ''
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = image.naturalWidth
  canvas.height = image.naturalHeight
  const context = canvas.getContext('2d')!
  context.drawImage(image, 0, 0)
  return {
    width: canvas.width,
    height: canvas.height,
    colourAt: (x: number, y: number) => [...context.getImageData(x, y, 1, 1).data],
  }
}

/** Nothing is ever heard of any media element. */
const silent = (): void => void vi.spyOn(HTMLMediaElement.prototype, 'addEventListener').mockImplementation(() => undefined)

describe('a file that is looked at', () => {
  afterEach(() => vi.restoreAllMocks())

  it('[ATT4] is a picture with its size and a small picture', async () => {
    const { thumbnail, ...description } = await describeFile(await picture(640, 320))
    expect(description).toEqual({ type: 'image', width: 640, height: 320 })
    expect(thumbnail).toMatch(/^data:image\/webp;base64,/)
    const { width, height, colourAt } = await shown(thumbnail)
    expect([width, height]).toEqual([96, 48])
    expect(colourAt(5, 24)[0]).toBeGreaterThan(200)
    expect(colourAt(90, 24)[2]).toBeGreaterThan(200)
  })

  it('[ATT4] is a photo the way it is shown, whichever way the camera was held', async () => {
    const { thumbnail, ...description } = await describeFile(await turnedJpeg(400, 200, 6))
    expect(description).toEqual({ type: 'image', width: 200, height: 400 })
    const { width, height, colourAt } = await shown(thumbnail)
    expect([width, height]).toEqual([48, 96])
    // What was left is up now.
    expect(colourAt(24, 5)[0]).toBeGreaterThan(200)
    expect(colourAt(24, 90)[2]).toBeGreaterThan(200)
  })

  it('[ATT4] has a small picture of 8 kB at most, or none', async () => {
    const { thumbnail } = await describeFile(await noise(500, 500))
    expect(thumbnail?.length).toBeLessThanOrEqual(8_192)
  })

  it('[ATT4] isn’t made greater than it is', async () => {
    const { thumbnail } = await describeFile(await picture(8, 4))
    expect(await shown(thumbnail)).toMatchObject({ width: 8, height: 4 })
  })

  it('[ATT4] is sound with its length', async () => {
    expect(await describeFile(wave(3))).toEqual({ type: 'audio', durationMs: 3_000 })
  })

  it('[ATT4] is a film with its size, its length though the recorder didn’t write it, and a picture of it', async () => {
    const { thumbnail, durationMs, ...description } = await describeFile(await film(160, 120, 20))
    expect(description).toEqual({ type: 'video', width: 160, height: 120 })
    expect(durationMs).toBeGreaterThan(50)
    const { width, height, colourAt } = await shown(thumbnail)
    expect([width, height]).toEqual([96, 72])
    expect(colourAt(48, 36)[1]).toBeGreaterThan(90)
  })

  it.each(['image/png', 'audio/wav', 'video/mp4'])('[ATT4] is a file if it can’t be shown as %s', async type => {
    expect(await describeFile(new Blob(['no such thing'], { type }))).toEqual({ type: 'file' })
  })

  it('[SEC2] is a file if it is a picture that could run', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>'
    expect(await describeFile(new Blob([svg], { type: 'image/svg+xml' }))).toEqual({ type: 'file' })
  })

  it.each(['text/plain', 'application/pdf', ''])('[ATT4] is a file without being looked at: %j', async type => {
    const createElement = vi.spyOn(document, 'createElement')
    expect(await describeFile(new Blob(['words'], { type }))).toEqual({ type: 'file' })
    expect(createElement).not.toHaveBeenCalled()
  })

  it('[ATT4] is what its media type says where it can’t be looked at', async () => {
    expect(await describeFile({ path: '/tmp/lake.jpg', size: 9, type: 'image/jpeg' })).toEqual({ type: 'image' })
    expect(await describeFile({ path: '/tmp/lake', size: 9 })).toEqual({ type: 'file' })
  })

  it('[ATT4] is what its media type says if looking takes too long', async () => {
    silent()
    expect(await describeFile(await film(16, 16, 2), { timeoutMs: 1 })).toEqual({ type: 'video' })
  })

  it('[ATT3] leaves no object URL behind', async () => {
    const made = vi.spyOn(URL, 'createObjectURL')
    const released = vi.spyOn(URL, 'revokeObjectURL')
    await describeFile(wave(1))
    await describeFile(new Blob(['x'], { type: 'video/mp4' }))
    silent()
    await describeFile(wave(1), { timeoutMs: 1 })
    expect(made).toHaveBeenCalledTimes(3)
    expect(released.mock.calls.flat()).toEqual(made.mock.results.map(({ value }) => value as string))
  })

  it('[ATT4] becomes the body that sends it', async () => {
    const file = new File([await picture(64, 32)], 'lake.png', { type: 'image/png' })
    expect(await bodyOfFile(file)).toMatchObject({
      type: 'image',
      width: 64,
      height: 32,
      attachment: { name: 'lake.png', mime: 'image/png', size: file.size, file },
    })
    expect(await bodyOfFile(wave(1), { name: 'hello.wav' })).toMatchObject({
      type: 'audio',
      durationMs: 1_000,
      attachment: { name: 'hello.wav', mime: 'audio/wav' },
    })
    const words = new File(['x'], 'x.txt', { type: 'text/plain' })
    expect(await bodyOfFile(words)).toMatchObject({ type: 'file', attachment: { name: 'x.txt' } })
    expect(await bodyOfFile(words, { name: 'words.txt' })).toMatchObject({ attachment: { name: 'words.txt' } })
  })
})
