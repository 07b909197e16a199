import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { downloads } from '../src/attachments/downloads/downloads.ts'
import type { DownloadState } from '../src/attachments/downloads/downloadState.ts'
import type { DownloadsOptions } from '../src/attachments/downloads/chatDownloads.ts'
import { file as fileBody, image } from '../src/model/bodies.ts'
import type { Attachment, LocalFile } from '../src/model/body.ts'
import { chatError } from '../src/model/error.ts'
import { direct } from '../src/model/ids.ts'
import type { ProgressOp } from '../src/protocol/transport.ts'
import { sha256Hex } from './transfer/sha256Hex.ts'
import { startChat } from './startChat.ts'

const bob = direct('bob')
const attachmentOf = (name: string, more: Partial<Attachment> = {}): Attachment => ({
  name,
  mime: 'image/png',
  size: 10,
  url: `https://files.example/${name}`,
  ...more,
})

/** A request for a file, until the test answers it. */
interface Asked {
  readonly attachment: Attachment
  readonly op: ProgressOp
  readonly answer: (file: LocalFile) => Promise<void>
  readonly refuse: (error: Error) => Promise<void>
}

const setUp = async (options: DownloadsOptions = {}) => {
  const started = await startChat()
  const { chat, script, clock } = started
  const asked: Asked[] = []
  const files = downloads(chat, {
    downloader: {
      download: (attachment, op = {}) =>
        new Promise((resolve, reject) => {
          const settle = (end: () => void) => {
            end()
            return clock.settle()
          }
          op.signal?.addEventListener('abort', () => reject(chatError('cancelled')))
          asked.push({ attachment, op, answer: file => settle(() => resolve(file)), refuse: error => settle(() => reject(error)) })
        }),
    },
    ...options,
  })
  let told = 0
  /** Bob sends a picture; gives its key. */
  const sent = async (attachment: Attachment): Promise<string> => {
    const id = `m${(++told).toString()}`
    const position = told.toString().padStart(6, '0')
    script.tell({ type: 'message', origin: 'live', message: { conversation: bob, from: 'bob', id, position, body: image(attachment) } })
    await clock.settle()
    return chat.conversation(bob).messages.get().at(-1)!.key
  }
  const recall = async (id: string): Promise<void> => {
    script.tell({ type: 'recalled', origin: 'live', target: { conversation: bob, id }, by: 'bob', as: 'author' })
    await clock.settle()
  }
  const states = (key: string, which: 'of' | 'shown' = 'of') => {
    const seen: DownloadState[] = []
    const stop = files[which](key).subscribe(state => seen.push(state))
    return { seen, stop, now: () => seen.at(-1) }
  }
  return { ...started, files, asked, sent, recall, states }
}

const png = (size = 10): Blob => new Blob([new Uint8Array(size)], { type: 'image/png' })

describe('downloads', () => {
  let made: string[] = []
  let released: string[] = []
  let types: string[] = []
  beforeEach(() => {
    made = []
    released = []
    types = []
    vi.spyOn(URL, 'createObjectURL').mockImplementation(file => {
      const url = `blob:file/${(made.length + 1).toString()}`
      made.push(url)
      if (file instanceof Blob) types.push(file.type)
      return url
    })
    vi.spyOn(URL, 'revokeObjectURL').mockImplementation(url => void released.push(url))
  })
  afterEach(() => vi.restoreAllMocks())

  it('[ATT2] are idle until somebody asks, then loading with progress, then ready', async () => {
    const { files, asked, sent, states } = await setUp()
    const key = await sent(attachmentOf('lake'))
    const { seen } = states(key)
    expect(asked).toEqual([])
    const outcome = files.start(key)
    asked[0]?.op.onProgress?.(0.5)
    asked[0]?.op.onProgress?.(0.501)
    asked[0]?.op.onProgress?.(Number.NaN)
    await asked[0]?.answer(png())
    expect(await outcome).toEqual({ ok: true, value: 'blob:file/1' })
    expect(seen).toEqual([
      { state: 'idle' },
      { state: 'loading' },
      { state: 'loading', progress: 0.5 },
      { state: 'ready', url: 'blob:file/1' },
    ])
  })

  it('[ATT2] fetch a file once, whoever asks, however often, of whichever message', async () => {
    const { files, asked, sent } = await setUp()
    const first = await sent(attachmentOf('lake'))
    const second = await sent(attachmentOf('lake'))
    const outcomes = [first, first, second].map(key => files.start(key))
    await asked[0]?.answer(png())
    outcomes.push(files.start(second))
    expect(await Promise.all(outcomes)).toEqual(Array.from({ length: 4 }, () => ({ ok: true, value: 'blob:file/1' })))
    expect(asked).toHaveLength(1)
  })

  it('[ATT2] are failed with what went wrong, until somebody asks again', async () => {
    const { files, asked, sent, states } = await setUp()
    const key = await sent(attachmentOf('lake'))
    const { seen, now } = states(key)
    const outcome = files.start(key)
    await asked[0]?.refuse(chatError('forbidden'))
    expect(await outcome).toMatchObject({ ok: false, error: { code: 'forbidden' } })
    expect(now()).toMatchObject({ state: 'failed', error: { code: 'forbidden' } })
    void files.start(key)
    await asked[1]?.answer(png())
    expect(seen.map(({ state }) => state)).toEqual(['idle', 'loading', 'failed', 'loading', 'ready'])
  })

  it('[ATT2] find nothing where there is no file', async () => {
    const { files, chat } = await setUp()
    const key = chat.conversation(bob).send('words')
    expect(await files.start(key)).toMatchObject({ ok: false, error: { code: 'notFound' } })
    expect(await files.start('nobody')).toMatchObject({ ok: false, error: { code: 'notFound' } })
    expect(files.of(key).get()).toEqual({ state: 'idle' })
  })

  it('[ATT2] stop when they are cancelled', async () => {
    const { files, asked, sent, states } = await setUp()
    const key = await sent(attachmentOf('lake'))
    const { now } = states(key)
    const outcome = files.start(key)
    files.cancel(key)
    expect(asked[0]?.op.signal?.aborted).toBe(true)
    expect(await outcome).toMatchObject({ ok: false, error: { code: 'cancelled' } })
    expect(now()).toEqual({ state: 'idle' })
  })

  it('[ATT2] come by the transport where it can fetch what nobody else may', async () => {
    const started = await startChat()
    started.script.always('download', () => Promise.resolve(png()))
    const { script, clock, chat } = started
    const message = { conversation: bob, from: 'bob', id: 'm1', position: '000001', body: image(attachmentOf('lake')) }
    script.tell({ type: 'message', origin: 'live', message })
    await clock.settle()
    const key = chat.conversation(bob).messages.get().at(-1)!.key
    expect(await downloads(chat).start(key)).toEqual({ ok: true, value: 'blob:file/1' })
    expect(script.asked('download').map(({ args: [{ name }] }) => name)).toEqual(['lake'])
  })

  it('are one for a chat, and take their options once', async () => {
    const { chat, files } = await setUp()
    expect(downloads(chat)).toBe(files)
    expect(() => downloads(chat, { maxBytes: 1 })).toThrow(/once, where the chat is made/)
  })

  describe('that are shown', () => {
    it('[ATT2] load while somebody watches, and stop when nobody does', async () => {
      const { asked, sent, states, clock } = await setUp()
      const key = await sent(attachmentOf('lake'))
      const one = states(key, 'shown')
      const other = states(key, 'shown')
      expect(asked).toHaveLength(1)
      one.stop()
      await clock.settle()
      expect(asked[0]?.op.signal?.aborted).toBe(false)
      other.stop()
      await clock.settle()
      expect(asked[0]?.op.signal?.aborted).toBe(true)
    })

    it('[BND4] load once for whoever leaves and comes back at once', async () => {
      const { asked, sent, states, clock } = await setUp()
      const key = await sent(attachmentOf('lake'))
      states(key, 'shown').stop()
      states(key, 'shown')
      await clock.settle()
      expect(asked).toHaveLength(1)
      expect(asked[0]?.op.signal?.aborted).toBe(false)
    })

    it('[ATT2] go on where somebody asked for the file itself', async () => {
      const { files, asked, sent, states, clock } = await setUp()
      const key = await sent(attachmentOf('lake'))
      const { stop } = states(key, 'shown')
      const outcome = files.start(key)
      stop()
      await clock.settle()
      await asked[0]?.answer(png())
      expect(await outcome).toMatchObject({ ok: true })
    })

    it('[ATT2] load anew after a link is back, if they failed for now', async () => {
      const { asked, sent, states, goOffline, goOnline } = await setUp()
      const [gone, away] = [await sent(attachmentOf('gone')), await sent(attachmentOf('away'))]
      states(gone, 'shown')
      states(away, 'shown')
      await asked[0]?.refuse(chatError('notFound'))
      await asked[1]?.refuse(chatError('unavailable'))
      await goOffline()
      await goOnline()
      expect(asked.map(({ attachment }) => attachment.name)).toEqual(['gone', 'away', 'away'])
    })

    it('[ATT2] load as soon as their message is here', async () => {
      const { asked, sent, states, chat } = await setUp()
      const { key } = { key: await sent(attachmentOf('lake')) }
      expect(chat.message(key).get()).toBeDefined()
      states('later', 'shown')
      states(key, 'shown')
      expect(asked).toHaveLength(1)
    })
  })

  describe('of what this device sends', () => {
    it('[ATT3] show what is here until it is through, and then the same file, which nobody fetches', async () => {
      const { chat, script, clock, asked, states } = await setUp()
      const key = chat.conversation(bob).send(image(png()))
      const { seen, stop } = states(key, 'shown')
      script.next('upload').answer(attachmentOf('lake'))
      await clock.settle()
      script.next('send').answer({ id: 'm1', position: '000001' })
      await clock.settle()
      expect(asked).toEqual([])
      // The first belongs to the outbox, which lets go of it with the ack.
      expect(seen.filter(({ state }) => state !== 'ready')).toEqual([])
      expect(seen.at(-1)).toEqual({ state: 'ready', url: 'blob:file/2' })
      expect(released).toEqual(['blob:file/1'])
      stop()
      expect(released).toEqual(['blob:file/1'])
    })

    it('[ATT3] show a file by its path where it has one', async () => {
      const { chat, files } = await setUp()
      const key = chat.conversation(bob).send(image({ path: '/tmp/lake.png', size: 10, type: 'image/png' }))
      expect(files.of(key).get()).toEqual({ state: 'ready', url: '/tmp/lake.png' })
      expect(await files.start(key)).toEqual({ ok: true, value: '/tmp/lake.png' })
    })
  })

  it('[ATT2] of a mini program are paths', async () => {
    const { files, asked, sent, chat } = await setUp()
    const outcome = files.start(await sent(attachmentOf('lake')))
    await asked[0]?.answer({ path: '/tmp/1.png', size: 10 })
    expect(await outcome).toEqual({ ok: true, value: '/tmp/1.png' })
    await chat.dispose()
    expect([made, released]).toEqual([[], []])
  })

  describe('are checked', () => {
    it('[SEC1] against the digest that the sender told', async () => {
      const { files, asked, sent } = await setUp()
      const bytes = new Uint8Array([1, 2, 3])
      const digest = await sha256Hex(bytes)
      const good = files.start(await sent(attachmentOf('good', { digest: digest.toUpperCase() })))
      const bad = files.start(await sent(attachmentOf('bad', { digest })))
      await asked[0]?.answer(new Blob([bytes]))
      await asked[1]?.answer(new Blob(['others']))
      expect(await good).toMatchObject({ ok: true })
      expect(await bad).toMatchObject({ ok: false, error: { code: 'protocol' } })
      expect(made).toHaveLength(1)
    })

    it.each([
      ['image/png', 'image/png'],
      ['video/webm', 'video/webm'],
      ['text/html', 'application/octet-stream'],
      ['image/svg+xml', 'application/octet-stream'],
      ['IMAGE/SVG+XML', 'application/octet-stream'],
      ['application/pdf', 'application/octet-stream'],
    ])('[SEC2] so that nothing opened by its URL could run here: %s is shown as %s', async (mime, type) => {
      const { files, asked, script, clock, chat } = await setUp()
      const body = fileBody(attachmentOf('lake', { mime }))
      script.tell({ type: 'message', origin: 'live', message: { conversation: bob, from: 'bob', id: 'm1', position: '000001', body } })
      await clock.settle()
      void files.start(chat.conversation(bob).messages.get().at(-1)!.key)
      await asked[0]?.answer(new Blob(['<script>'], { type: mime }))
      expect(types).toEqual([type])
    })
  })

  describe('are let go of', () => {
    it('[ATT3] [RCL1] when their message is recalled, whoever shows it', async () => {
      const { files, asked, sent, recall, states } = await setUp()
      const key = await sent(attachmentOf('lake'))
      const { now } = states(key)
      void files.start(key)
      await asked[0]?.answer(png())
      await recall('m1')
      expect(released).toEqual(['blob:file/1'])
      expect(now()).toEqual({ state: 'idle' })
      expect(await files.start(key)).toMatchObject({ ok: false, error: { code: 'notFound' } })
    })

    it('[ATT3] [RCL1] when their message is recalled and nobody shows it', async () => {
      const { files, asked, sent, recall } = await setUp()
      void files.start(await sent(attachmentOf('lake')))
      await asked[0]?.answer(png())
      await recall('m1')
      expect(released).toEqual(['blob:file/1'])
    })

    it('[ATT3] [RCL1] while they are on their way, too', async () => {
      const { files, asked, sent, recall } = await setUp()
      const outcome = files.start(await sent(attachmentOf('lake')))
      await recall('m1')
      expect(asked[0]?.op.signal?.aborted).toBe(true)
      expect(await outcome).toMatchObject({ ok: false, error: { code: 'cancelled' } })
      expect(made).toEqual(released)
    })

    it('[ATT3] only with the last message that has them', async () => {
      const { files, asked, sent, recall, states } = await setUp()
      void files.start(await sent(attachmentOf('lake')))
      await asked[0]?.answer(png())
      const { stop } = states(await sent(attachmentOf('lake')))
      await recall('m1')
      expect(released).toEqual([])
      stop()
      await recall('m2')
      expect(released).toEqual(['blob:file/1'])
    })

    it('[ATT3] when their message is deleted', async () => {
      const { files, asked, sent, script, clock } = await setUp()
      void files.start(await sent(attachmentOf('lake')))
      await asked[0]?.answer(png())
      script.tell({ type: 'deleted', origin: 'live', conversation: bob, target: { exactly: [{ id: 'm1' }] } })
      await clock.settle()
      expect(released).toEqual(['blob:file/1'])
    })

    it('[ATT3] beyond a bound, the one first that was shown longest ago, and never one that is shown', async () => {
      const { files, asked, sent, states } = await setUp({ maxBytes: 25 })
      const keys = [
        await sent(attachmentOf('a')),
        await sent(attachmentOf('b')),
        await sent(attachmentOf('c')),
        await sent(attachmentOf('d')),
      ]
      const [a, b, c, d] = keys as [string, string, string, string]
      const load = async (key: string): Promise<void> => {
        void files.start(key)
        await asked.at(-1)?.answer(png())
      }
      const first = states(a)
      await load(a)
      await load(b)
      await load(c)
      expect(released).toEqual(['blob:file/2'])
      first.stop()
      await load(d)
      expect(released).toEqual(['blob:file/2', 'blob:file/3'])
      expect(files.of(b).get()).toEqual({ state: 'idle' })
      expect(files.of(a).get()).toMatchObject({ state: 'ready' })
    })

    it('[ATT3] not at once, however large they are: somebody is about to show them', async () => {
      const { files, asked, sent, states } = await setUp({ maxBytes: 5 })
      const [a, b] = [await sent(attachmentOf('a')), await sent(attachmentOf('b'))]
      void files.start(a)
      await asked[0]?.answer(png())
      const { stop } = states(a)
      void files.start(b)
      await asked[1]?.answer(png())
      expect(released).toEqual([])
      stop()
      expect(released).toEqual(['blob:file/2'])
    })

    it('[ATT3] when they are old and nobody shows them', async () => {
      const { files, asked, sent, states, clock } = await setUp({ maxAgeMs: 1_000 })
      const [a, b] = [await sent(attachmentOf('a')), await sent(attachmentOf('b'))]
      const { stop } = states(a)
      for (const key of [a, b]) {
        void files.start(key)
        await asked.at(-1)?.answer(png())
      }
      await clock.advance(1_000)
      expect(released).toEqual(['blob:file/2'])
      expect(files.of(b).get()).toEqual({ state: 'idle' })
      stop()
      expect(released).toEqual(['blob:file/2', 'blob:file/1'])
      void files.start(a)
      expect(asked).toHaveLength(3)
    })

    it('[ATT3] [RES2] with the chat', async () => {
      const { chat, files, asked, sent, states } = await setUp()
      const [a, b] = [await sent(attachmentOf('a')), await sent(attachmentOf('b'))]
      states(a, 'shown')
      await asked[0]?.answer(png())
      const outcome = files.start(b)
      await chat.dispose()
      expect(released).toEqual(made)
      expect(await outcome).toMatchObject({ ok: false, error: { code: 'cancelled' } })
      expect(await files.start(b)).toMatchObject({ ok: false, error: { code: 'cancelled' } })
    })
  })
})
