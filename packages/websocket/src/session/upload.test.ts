import type { Attachment } from '@parlance/core'
import { chatError } from '@parlance/core'
import { testClock } from '@parlance/core/testing'
import { describe, expect, it } from 'vitest'
import type { RequestName, Requests } from '../wire/requests.ts'
import type { PendingRequests, SendRequest } from './requests.ts'
import { createUpload } from './upload.ts'

type Part = Requests['uploadPart']['args']

/** A server that puts parts together; `answer` may refuse or change what it says. */
const storing = (answer: (part: Part, stored: Attachment) => Attachment = (_, stored) => stored) => {
  const parts: Part[] = []
  const isPart = (name: RequestName, args: unknown): args is Part => name === 'uploadPart' && typeof args === 'object'
  const request = (async (name: RequestName, args: unknown, op: { signal?: AbortSignal } = {}) => {
    if (op.signal?.aborted === true) throw chatError('cancelled')
    if (!isPart(name, args)) throw chatError('unsupported')
    parts.push(args)
    const size = parts.reduce((sum, { bytes }) => sum + atob(bytes).length, 0)
    const stored = answer(args, { name: args.name, mime: args.mime, size, url: 'https://files.example/1' })
    return args.last ? stored : null
  }) as SendRequest
  const requests: PendingRequests = {
    size: 0,
    maxFrameBytes: 1_000_000,
    request,
    open() {},
    answer() {},
    refuse() {},
    renewed() {},
    cut() {},
  }
  const upload = createUpload({ requests, newId: () => 'u1', clock: testClock(), maxBytes: () => 2_000_000 })
  return { parts, upload, requests }
}

const bytes = Uint8Array.from({ length: 600_000 }, (_, at) => at % 251)
const file = { conversation: 'group:1', file: new Blob([bytes]), name: 'a.bin', mime: 'application/x' } as const

describe('upload', () => {
  it('sends the bytes in parts, in order, and gives the attachment with its digest', async () => {
    const { parts, upload } = storing()
    const shares: number[] = []
    const stored = await upload(file, { onProgress: share => shares.push(share) })
    expect(parts.map(({ offset, last }) => [offset, last])).toEqual([
      [0, false],
      [262_144, false],
      [524_288, true],
    ])
    const binary = parts.map(part => atob(part.bytes)).join('')
    expect(Uint8Array.from(binary, char => char.charCodeAt(0))).toEqual(bytes)
    expect(shares).toEqual([262_144 / 600_000, 524_288 / 600_000, 1])
    const digest = Array.from(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)), byte =>
      byte.toString(16).padStart(2, '0'),
    ).join('')
    expect(stored).toEqual({ name: 'a.bin', mime: 'application/x', size: 600_000, url: 'https://files.example/1', digest })
  })

  it('a file that is only a path is none of this transport’s: an uploader takes those', async () => {
    const { parts, upload } = storing()
    const refused = upload({ ...file, file: { path: 'wxfile://tmp/1.png', size: 3 } }).catch((error: unknown) => error)
    expect(await refused).toMatchObject({ code: 'unsupported', path: 'file', message: expect.stringContaining('uploader') })
    expect(parts).toEqual([])
  })

  it('an empty file is one empty part', async () => {
    const { parts, upload } = storing()
    const shares: number[] = []
    await upload({ ...file, file: new Blob([]) }, { onProgress: share => shares.push(share) })
    expect([parts.map(part => [part.bytes, part.last]), shares]).toEqual([[['', true]], [1]])
  })

  it('parts are as small as the server’s frames ask for', async () => {
    const { parts, upload, requests } = storing()
    Object.assign(requests, { maxFrameBytes: 70_000 })
    await upload(file)
    expect(Math.max(...parts.map(part => part.bytes.length))).toBeLessThan(66_000)
    expect(parts.at(-1)?.last).toBe(true)
  })

  it('stops when it is aborted', async () => {
    const { parts, upload } = storing()
    const abort = new AbortController()
    const ended = upload(file, { signal: abort.signal, onProgress: () => abort.abort() }).catch((error: unknown) => error)
    expect(await ended).toMatchObject({ code: 'cancelled' })
    expect(parts).toHaveLength(1)
  })

  it('[SND11] a file above the server’s bound is refused before a byte leaves', async () => {
    const { parts, upload } = storing()
    const ended = upload({ ...file, file: new Blob([new Uint8Array(2_000_001)]) }).catch((error: unknown) => error)
    expect(await ended).toMatchObject({ code: 'tooLarge', limit: 2_000_000 })
    expect(parts).toEqual([])
  })

  it('bytes that came out wrong are noticed by their digest', async () => {
    const { upload } = storing((_, stored) => ({ ...stored, digest: 'f'.repeat(64) }))
    expect(await upload(file).catch((error: unknown) => error)).toMatchObject({ code: 'protocol' })
  })

  it('a refusal of a part ends it', async () => {
    const { parts, upload } = storing(() => {
      throw chatError('muted')
    })
    expect(await upload(file).catch((error: unknown) => error)).toMatchObject({ code: 'muted' })
    expect(parts).toHaveLength(1)
  })
})
