import { beforeEach, describe, expect, it } from 'vitest'
import type { Downloader } from '../../src/attachments/transfer/downloader.ts'
import type { DownloaderOptions } from '../../src/attachments/transfer/downloaderOptions.ts'
import type { Attachment, LocalFile } from '../../src/model/body.ts'
import { isChatError } from '../../src/model/error.ts'
import { testClock, type TestClock } from '../../src/testing/testClock.ts'
import { fileBytes } from './fileBytes.ts'
import { place, type Step } from './place.ts'
import { sha256Hex } from './sha256Hex.ts'

/** A downloader, and how what it brought is read. */
export interface DownloaderUnderTest {
  readonly create: (options: DownloaderOptions) => Downloader
  readonly bytesOf: (file: LocalFile) => Promise<Uint8Array<ArrayBuffer>>
  /** Where the store is, as `startFileServer` tells. */
  readonly store: () => string
}

/** What every downloader does. */
export const describeDownloader = (name: string, { create, bytesOf, store }: DownloaderUnderTest): void => {
  describe(`[ATT2] ${name}`, () => {
    let clock: TestClock
    beforeEach(() => {
      clock = testClock()
    })

    const at = async (...steps: readonly Step[]) => {
      const { url, ...there } = await place(store(), ...steps)
      const size = steps.at(-1)?.size ?? 1_000
      const attachment: Attachment = { name: 'lake.png', mime: 'image/png', size, url }
      return { ...there, attachment, origin: new URL(url).origin }
    }
    const failure = (promise: Promise<unknown>): Promise<unknown> =>
      promise.then(
        () => 'nothing failed',
        (error: unknown) => (isChatError(error) ? error : `no ChatError: ${String(error)}`),
      )

    it('brings the bytes, under the type that the message says', async () => {
      const { attachment } = await at({ size: 300_000 })
      const file = await create({ clock }).download(attachment)
      expect(file).toMatchObject({ size: 300_000, type: 'image/png' })
      expect(await sha256Hex(await bytesOf(file))).toBe(await sha256Hex(fileBytes(300_000)))
    })

    it('tells how far it is, never back, up to all of it', async () => {
      const { attachment, release } = await at({ size: 1_000_000, halfway: true })
      const shares: number[] = []
      let half: () => void = () => {}
      const reachedHalf = new Promise<void>(resolve => (half = resolve))
      const file = create({ clock }).download(attachment, {
        onProgress: share => {
          shares.push(share)
          if (share >= 0.5) half()
        },
      })
      await reachedHalf
      expect(shares.at(-1)).toBe(0.5)
      await release()
      await file
      expect(shares.at(-1)).toBe(1)
      expect(shares).toEqual([...shares].sort((a, b) => a - b))
    })

    it('stops when it is cancelled', async () => {
      const { attachment, release, seen } = await at({ size: 20_000_000, halfway: true })
      const cancel = new AbortController()
      const outcome = await failure(create({ clock }).download(attachment, { signal: cancel.signal, onProgress: () => cancel.abort() }))
      expect(outcome).toMatchObject({ code: 'cancelled' })
      await release()
      expect(await seen(1)).toMatchObject([{ whole: false }])
    })

    it('gives up when nothing happens for too long, and progress keeps it alive', async () => {
      const { attachment, origin } = await at({ halfway: true })
      let begin: (headers: Record<string, string>) => void = () => {}
      const headers = new Promise<Record<string, string>>(resolve => (begin = resolve))
      let half: () => void = () => {}
      const reachedHalf = new Promise<void>(resolve => (half = resolve))
      const ended = { by: undefined as unknown }
      const outcome = failure(
        create({ clock, stallMs: 1_000, headers: () => headers, origins: [origin] }).download(attachment, { onProgress: () => half() }),
      ).then(error => (ended.by = error))
      await clock.advance(900)
      begin({})
      await reachedHalf
      await clock.advance(900)
      expect(ended.by).toBeUndefined()
      await clock.advance(100)
      expect(await outcome).toMatchObject({ code: 'timeout', retryable: true })
    })

    it('shows headers to the origins they are for', async () => {
      const { attachment, origin, seen } = await at()
      const downloader = create({
        clock,
        headers: async ({ name: fileName }) => Promise.resolve({ Authorization: `for ${fileName}` }),
        origins: [origin],
      })
      await downloader.download(attachment)
      expect((await seen(1))[0]?.headers['authorization']).toBe('for lake.png')
    })

    it('[SEC2] shows headers to nobody else: who sends a message chooses its URL', async () => {
      const { attachment, seen } = await at()
      const downloader = create({ clock, headers: { Authorization: 'secret' }, origins: ['https://files.example'] })
      await downloader.download(attachment)
      expect((await seen(1))[0]?.headers['authorization']).toBeUndefined()
    })

    it.each([401, 403, 410])('asks for fresh headers when it is refused with %s, and tries once more', async status => {
      const { attachment, origin, seen } = await at({ status }, {})
      const asked: boolean[] = []
      const downloader = create({
        clock,
        headers: (_attachment, { renew }) => {
          asked.push(renew)
          return { Authorization: renew ? 'fresh' : 'stale' }
        },
        origins: [origin],
      })
      await downloader.download(attachment)
      expect((await seen(2)).map(({ headers }) => headers['authorization'])).toEqual(['stale', 'fresh'])
      expect(asked).toEqual([false, true])
    })

    it('asks for fresh headers no second time', async () => {
      const { attachment, origin, seen } = await at({ status: 401 }, { status: 401 }, {})
      const downloader = create({ clock, headers: () => ({ Authorization: 'stale' }), origins: [origin] })
      expect(await failure(downloader.download(attachment))).toMatchObject({ code: 'authExpired' })
      expect(await seen(2)).toHaveLength(2)
    })

    it.each<[string, Step, object]>([
      ['401', { status: 401 }, { code: 'authExpired' }],
      ['403', { status: 403 }, { code: 'forbidden', retryable: false }],
      ['404', { status: 404 }, { code: 'notFound', retryable: false }],
      ['410', { status: 410 }, { code: 'notFound', retryable: false }],
      ['429', { status: 429, headers: { 'Retry-After': '7' } }, { code: 'rateLimited', retryAfterMs: 7_000 }],
      ['500', { status: 500 }, { code: 'unavailable', retryable: true }],
      ['a broken connection', { cut: true }, { code: 'unavailable', retryable: true }],
    ])('fails as the store says: %s', async (_name, step, error) => {
      const { attachment } = await at(step)
      expect(await failure(create({ clock }).download(attachment))).toMatchObject(error)
    })

    it('[SEC2] follows no URL that could run', async () => {
      const { attachment } = await at()
      const bad = { ...attachment, url: 'javascript:alert(1)' }
      expect(await failure(create({ clock }).download(bad))).toMatchObject({ code: 'invalid' })
    })

    it('finds no file that is only where it was sent from', async () => {
      const { attachment } = await at()
      const { url: _url, ...local } = attachment
      expect(await failure(create({ clock }).download(local))).toMatchObject({ code: 'notFound' })
    })
  })
}
