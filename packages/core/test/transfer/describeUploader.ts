import { beforeEach, describe, expect, it } from 'vitest'
import type { UploaderOptions } from '../../src/attachments/transfer/uploaderOptions.ts'
import type { LocalFile } from '../../src/model/body.ts'
import { isChatError } from '../../src/model/error.ts'
import type { Uploader } from '../../src/protocol/attachmentOptions.ts'
import type { UploadRequest } from '../../src/protocol/transport.ts'
import { testClock, type TestClock } from '../../src/testing/testClock.ts'
import { fileBytes } from './fileBytes.ts'
import { place, type Step } from './place.ts'
import { sha256Hex } from './sha256Hex.ts'

/** An uploader, and the files that it takes. */
export interface UploaderUnderTest {
  readonly create: (options: UploaderOptions) => Uploader
  readonly fileOf: (bytes: Uint8Array<ArrayBuffer>, name: string, mime: string) => Promise<LocalFile>
  /** Where the store is, as `startFileServer` tells. */
  readonly store: () => string
  /** A file of a kind that it can't take. */
  readonly foreign: LocalFile
}

const stored = (told: object): Step => ({ text: JSON.stringify(told) })

/** What every uploader does. */
export const describeUploader = (name: string, { create, fileOf, store, foreign }: UploaderUnderTest): void => {
  describe(`[ATT2] ${name}`, () => {
    let clock: TestClock
    beforeEach(() => {
      clock = testClock()
    })

    const requestOf = async (bytes = fileBytes(3_000), fileName = 'lake.png', mime = 'image/png'): Promise<UploadRequest> => ({
      conversation: 'direct:bob',
      file: await fileOf(bytes, fileName, mime),
      name: fileName,
      mime,
    })
    const at = async (...steps: readonly Step[]) => {
      const { url, ...there } = await place(store(), ...steps)
      return { ...there, url, uploader: (options: Partial<UploaderOptions> = {}): Uploader => create({ url, clock, ...options }) }
    }
    const failure = (promise: Promise<unknown>): Promise<unknown> =>
      promise.then(
        () => 'nothing failed',
        (error: unknown) => (isChatError(error) ? error : `no ChatError: ${String(error)}`),
      )

    it('posts the bytes as one field of a form, and gives the attachment', async () => {
      const bytes = fileBytes(300_000)
      const digest = await sha256Hex(bytes)
      const { uploader, seen } = await at(stored({ url: 'https://files.example/lake', digest }))
      const attachment = await uploader().upload(await requestOf(bytes))
      expect(attachment).toEqual({ name: 'lake.png', mime: 'image/png', size: 300_000, url: 'https://files.example/lake', digest })
      const [request] = await seen(1)
      expect(request).toMatchObject({ method: 'POST', whole: true, file: { field: 'file', size: 300_000, digest } })
    })

    it('posts an empty file', async () => {
      const { uploader, seen } = await at()
      expect(await uploader().upload(await requestOf(fileBytes(0)))).toMatchObject({ size: 0 })
      expect((await seen(1))[0]?.file).toMatchObject({ size: 0 })
    })

    it('sends along headers and fields, given or asked for each time', async () => {
      const { uploader, seen } = await at()
      let tokens = 0
      const given = uploader({
        field: 'upload',
        headers: ({ conversation }) => ({ 'X-For': conversation, Authorization: `token ${(++tokens).toString()}` }),
        fields: async ({ name: fileName }) => Promise.resolve({ called: fileName }),
      })
      await given.upload(await requestOf())
      await given.upload(await requestOf())
      const requests = await seen(2)
      expect(requests.map(({ headers }) => headers['authorization'])).toEqual(['token 1', 'token 2'])
      expect(requests[0]).toMatchObject({ headers: { 'x-for': 'direct:bob' }, fields: { called: 'lake.png' }, file: { field: 'upload' } })
    })

    it('posts where it is told to for this file', async () => {
      const { url, uploader, seen } = await at()
      await uploader({ url: async ({ mime }) => Promise.resolve(`${url}?${mime}`) }).upload(await requestOf())
      expect(await seen(1)).toHaveLength(1)
    })

    it('reads answers of any shape', async () => {
      const { uploader } = await at({ text: '{"entities":[{"uri":"https://files.example/1"}]}' })
      const answer = (told: unknown) => ({ url: (told as { entities: { uri: string }[] }).entities[0]!.uri })
      expect(await uploader({ answer }).upload(await requestOf())).toMatchObject({ url: 'https://files.example/1' })
    })

    it('[SND7] tells how far it is, never back, up to all of it', async () => {
      const { uploader } = await at()
      const shares: number[] = []
      await uploader().upload(await requestOf(fileBytes(3_000_000)), { onProgress: share => shares.push(share) })
      expect(shares.at(-1)).toBe(1)
      expect(shares).toEqual([...shares].sort((a, b) => a - b))
    })

    it('[SND7] stops when it is cancelled', async () => {
      const { uploader, release, seen } = await at({ stall: true })
      const cancel = new AbortController()
      const shares: number[] = []
      const outcome = await failure(
        uploader().upload(await requestOf(fileBytes(30_000_000)), {
          signal: cancel.signal,
          onProgress: share => {
            shares.push(share)
            cancel.abort()
          },
        }),
      )
      expect(outcome).toMatchObject({ code: 'cancelled' })
      await release()
      expect(await seen(1)).toMatchObject([{ whole: false }])
      expect(shares).toHaveLength(1)
    })

    it('sends nothing if it was cancelled before', async () => {
      const { uploader, release, seen } = await at()
      const outcome = failure(uploader().upload(await requestOf(), { signal: AbortSignal.abort() }))
      expect(await outcome).toMatchObject({ code: 'cancelled' })
      await release()
      expect(await seen(0)).toEqual([])
    })

    it('gives up when nothing happens for too long, and progress keeps it alive', async () => {
      const { uploader } = await at({ hold: true })
      let begin: (headers: Record<string, string>) => void = () => {}
      const headers = new Promise<Record<string, string>>(resolve => (begin = resolve))
      let through: () => void = () => {}
      const whole = new Promise<void>(resolve => (through = resolve))
      const ended = { by: undefined as unknown }
      const outcome = failure(
        uploader({ stallMs: 1_000, headers: () => headers }).upload(await requestOf(), {
          onProgress: share => {
            if (share === 1) through()
          },
        }),
      ).then(error => (ended.by = error))
      await clock.advance(900)
      begin({})
      await whole
      await clock.advance(900)
      expect(ended.by).toBeUndefined()
      await clock.advance(100)
      expect(await outcome).toMatchObject({ code: 'timeout', retryable: true })
    })

    it.each<[string, Step, object]>([
      ['400 content improper', { status: 400, text: '{"error":"content improper"}' }, { code: 'contentRejected', retryable: false }],
      ['451', { status: 451 }, { code: 'contentRejected', retryable: false }],
      ['another 400', { status: 400, text: 'no form' }, { code: 'invalid', retryable: false }],
      ['401', { status: 401 }, { code: 'authExpired', retryable: true }],
      ['403', { status: 403 }, { code: 'forbidden', retryable: false }],
      ['404', { status: 404 }, { code: 'notFound', retryable: false }],
      ['413', { status: 413 }, { code: 'tooLarge', retryable: false }],
      ['429', { status: 429, headers: { 'Retry-After': '7' } }, { code: 'rateLimited', retryable: true, retryAfterMs: 7_000 }],
      ['500', { status: 500 }, { code: 'unavailable', retryable: true }],
      ['503', { status: 503, headers: { 'Retry-After': 'Thu, 01 Jan 2026 00:01:00 GMT' } }, { code: 'unavailable', retryAfterMs: 60_000 }],
      ['a broken connection', { cut: true }, { code: 'unavailable', retryable: true }],
    ])('fails as the store says: %s', async (_name, step, error) => {
      const { uploader } = await at(step)
      expect(await failure(uploader().upload(await requestOf()))).toMatchObject(error)
    })

    it.each<[string, Step]>([
      ['no JSON', { text: 'thanks' }],
      ['nothing', { text: '' }],
      ['null', { text: 'null' }],
      ['no URL', stored({ id: 7 })],
      ['[SEC2] a URL that could run', stored({ url: 'javascript:alert(1)' })],
    ])('[SEC1] doesn’t believe an answer with %s', async (_name, step) => {
      const { uploader } = await at(step)
      expect(await failure(uploader().upload(await requestOf()))).toMatchObject({ code: 'protocol' })
    })

    it('[SEC1] doesn’t believe an answer that can’t be read', async () => {
      const { uploader } = await at()
      const answer = (): never => {
        throw new TypeError('no such field')
      }
      expect(await failure(uploader({ answer }).upload(await requestOf()))).toMatchObject({ code: 'protocol' })
    })

    it('refuses a file that it has no way to read', async () => {
      const { uploader } = await at()
      expect(await failure(uploader().upload({ ...(await requestOf()), file: foreign }))).toMatchObject({ code: 'unsupported' })
    })

    it('passes on what goes wrong while it is asked for headers', async () => {
      const { uploader } = await at()
      const headers = (): Promise<never> => Promise.reject(new Error('no token'))
      expect(await failure(uploader({ headers }).upload(await requestOf()))).toMatchObject({ code: 'unknown', message: 'no token' })
    })
  })
}
