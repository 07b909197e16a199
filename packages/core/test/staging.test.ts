import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { StagedAttachment } from '../src/attachments/staging/stagedAttachment.ts'
import { stagedAttachments } from '../src/attachments/staging/stagedAttachments.ts'
import type { ChatOptions } from '../src/chat.ts'
import { image, text } from '../src/model/bodies.ts'
import { attachmentOf } from '../src/model/body.ts'
import { direct } from '../src/model/ids.ts'
import { createScriptedChat } from './startChat.ts'
import type { ScriptedOptions } from './scriptedTransport.ts'

const bob = direct('bob')
const lake = (bytes = 10, name = 'lake.png'): File => new File([new Uint8Array(bytes)], name, { type: 'image/png' })
const words = new File(['words'], 'words.txt', { type: 'text/plain' })

const setUp = (scripted?: ScriptedOptions, options?: Partial<ChatOptions>) => {
  const started = createScriptedChat(scripted, options)
  const staged = stagedAttachments(started.chat, bob)
  const items = (): readonly StagedAttachment[] => staged.items.get()
  const shown = (): readonly string[] => items().map(({ name, state }) => `${name} ${state}`)
  const sent = (keys: readonly string[]) => keys.map(key => started.chat.message(key).get())
  return { ...started, staged, items, shown, sent }
}

describe('staged files', () => {
  let made: string[] = []
  let released: string[] = []
  beforeEach(() => {
    made = []
    released = []
    vi.spyOn(URL, 'createObjectURL').mockImplementation(() => {
      const url = `blob:staged/${(made.length + 1).toString()}`
      made.push(url)
      return url
    })
    vi.spyOn(URL, 'revokeObjectURL').mockImplementation(url => void released.push(url))
  })
  afterEach(() => vi.restoreAllMocks())

  it('[ATT4] are shown at once, looked at, and ready with the body that sends them', async () => {
    const { staged, items, shown, clock } = setUp()
    const seen: (readonly string[])[] = []
    staged.items.subscribe(() => seen.push(shown()))
    staged.add([lake(), words])
    expect(items()[0]).toEqual({ id: 'a1', name: 'lake.png', size: 10, mime: 'image/png', preview: 'blob:staged/1', state: 'reading' })
    await clock.settle()
    expect(shown()).toEqual(['lake.png ready', 'words.txt ready'])
    expect(items()[0]).toMatchObject({ state: 'ready', body: { type: 'image', attachment: { name: 'lake.png' } } })
    expect(seen).toEqual([[], ['lake.png reading'], ['lake.png reading', 'words.txt ready'], ['lake.png ready', 'words.txt ready']])
  })

  it('[ATT4] are files as they are where that is wanted', () => {
    const { staged, items } = setUp()
    staged.add([lake()], { as: 'file' })
    expect(items()).toMatchObject([{ state: 'ready', preview: 'blob:staged/1', body: { type: 'file' } }])
  })

  it('[ATT4] may be bodies that somebody described', () => {
    const { staged, items } = setUp()
    const body = image({ path: '/tmp/lake.jpg', size: 10, type: 'image/jpeg' }, { width: 640, height: 480 })
    staged.add([body])
    expect(items()).toMatchObject([{ state: 'ready', preview: '/tmp/lake.jpg', body }])
  })

  it('[ATT4] are the same for the same conversation, whoever shows them', () => {
    const { chat, staged } = setUp()
    staged.add([lake()])
    expect(stagedAttachments(chat, bob)).toBe(staged)
    expect(stagedAttachments(chat, direct('carol')).items.get()).toEqual([])
    expect(() => stagedAttachments(chat, 'bob' as never)).toThrow(/no conversation's id/)
  })

  describe('[ATT1] are checked as send would', () => {
    it.each<[string, Partial<ChatOptions>, File, object]>([
      ['size', {}, lake(10_001), { code: 'tooLarge', limit: 10_000, path: 'body.attachment' }],
      [
        'size by rule',
        { attachments: { rules: { image: { maxBytes: 5 } } } },
        lake(6),
        { code: 'tooLarge', limit: 5, path: 'body.attachment' },
      ],
      [
        'media type',
        { attachments: { rules: { image: { types: ['image/jpeg'] } } } },
        lake(),
        { code: 'invalid', path: 'body.attachment.mime' },
      ],
      [
        'extension',
        { attachments: { rules: { image: { extensions: ['png'] } } } },
        lake(10, 'lake.exe'),
        { code: 'invalid', path: 'body.attachment.name' },
      ],
    ])('%s', (_what, options, file, error) => {
      const { chat, staged, items } = setUp({}, options)
      staged.add([file])
      expect(items()).toMatchObject([{ state: 'invalid', error }])
      const key = chat.conversation(bob).send(image(file))
      expect(chat.message(key).get()?.send).toMatchObject({ state: 'failed', error })
    })

    it('a backend without attachments', () => {
      const { staged, items } = setUp({ without: ['upload'] })
      staged.add([lake()])
      expect(items()).toMatchObject([{ state: 'invalid', error: { code: 'unsupported' } }])
    })

    it('and again when the backend has said what it takes', async () => {
      const { staged, items, script, clock, goOnline } = setUp()
      const { transport } = script
      staged.add([lake(10_001)])
      expect(items()).toMatchObject([{ state: 'invalid', error: { code: 'tooLarge' } }])
      await goOnline()
      script.emit({ type: 'capabilities', capabilities: { ...transport.capabilities, attachments: { maxBytes: 20_000 } } })
      script.sync()
      await clock.settle()
      expect(items()).toMatchObject([{ state: 'ready', body: { type: 'image' } }])
    })

    it('and lose the small picture that alone makes them too large', () => {
      const { staged, items } = setUp({ capabilities: { maxMessageBytes: 500 } })
      staged.add([image(lake(), { width: 9, height: 9, thumbnail: `data:image/webp;base64,${'A'.repeat(500)}` })])
      const [item] = items()
      expect(item).toMatchObject({ state: 'ready', body: { type: 'image', width: 9 } })
      expect(item?.state === 'ready' && 'thumbnail' in item.body).toBe(false)
    })
  })

  describe('[ATT4] are sent', () => {
    it('each as a message, the words first, once', async () => {
      const { staged, items, sent, clock } = setUp()
      staged.add([lake(), words])
      await clock.settle()
      const keys = staged.sendAll({ text: 'look' })
      expect(sent(keys).map(message => message?.body?.type)).toEqual(['text', 'image', 'file'])
      expect(items()).toEqual([])
      expect(staged.sendAll()).toEqual([])
      expect(staged.sendAll({ text: ' \n' })).toEqual([])
    })

    it('without those that can’t be, which stay', () => {
      const { staged, shown } = setUp()
      staged.add([words, lake(10_001)])
      expect(staged.sendAll()).toHaveLength(1)
      expect(shown()).toEqual(['lake.png invalid'])
    })

    it('also while they are being looked at, as what their media type says', () => {
      const { staged, shown, sent } = setUp()
      staged.add([lake()])
      expect(shown()).toEqual(['lake.png reading'])
      expect(sent(staged.sendAll())).toMatchObject([{ body: { type: 'image' } }])
    })

    it('with what goes along: all of it to each, the reply to the first', () => {
      const { staged, sent } = setUp()
      staged.add([words, words])
      const replyTo = { id: 'm1' }
      const messages = sent(staged.sendAll({ text: text('look', { mentions: ['bob'] }), replyTo, to: ['bob'], ext: { a: 1 } }))
      expect(messages).toMatchObject([{ replyTo, to: ['bob'], ext: { a: 1 } }, { to: ['bob'] }, { to: ['bob'] }])
      expect(messages[0]?.body).toEqual({ type: 'text', text: 'look', mentions: ['bob'] })
      expect(messages.slice(1).every(message => message?.replyTo === undefined)).toBe(true)
    })

    it('once, though somebody sends them again on hearing of the first', () => {
      const { chat, staged } = setUp()
      const talk = chat.conversation(bob)
      const again: (readonly string[])[] = []
      talk.messages.subscribe(() => again.push(staged.sendAll()))
      staged.add([words, words])
      staged.sendAll()
      expect(talk.messages.get().length).toBe(2)
      expect(again.flat()).toEqual([])
    })
  })

  describe('[ATT3] show object URLs', () => {
    it('of what can be painted or played, and of nothing that could run', () => {
      const { staged, items } = setUp()
      const of = (type: string): File => new File(['x'], 'x', { type })
      staged.add([of('image/svg+xml'), of('text/html'), of('application/pdf'), of('video/mp4'), of('audio/ogg')])
      expect(items().map(({ preview }) => preview)).toEqual([undefined, undefined, undefined, 'blob:staged/1', 'blob:staged/2'])
    })

    it('until they are taken away', async () => {
      const { staged, shown, clock } = setUp()
      staged.add([lake(1, 'a'), lake(2, 'b'), lake(3, 'c')])
      staged.remove('a2')
      expect(released).toEqual(['blob:staged/2'])
      await clock.settle()
      expect(shown()).toEqual(['a ready', 'c ready'])
      staged.clear()
      expect(released).toEqual(['blob:staged/2', 'blob:staged/1', 'blob:staged/3'])
      expect(shown()).toEqual([])
    })

    it('until they are sent: then the message has one of its own', () => {
      const { staged, sent } = setUp()
      staged.add([lake()])
      const [message] = sent(staged.sendAll())
      expect(message?.body && attachmentOf(message.body)?.preview).toBe('blob:staged/2')
      expect(released).toEqual(['blob:staged/1'])
    })

    it('until the chat is disposed of [RES2]', async () => {
      const { chat, staged, items } = setUp()
      staged.add([lake()])
      await chat.dispose()
      expect(released).toEqual(made)
      staged.add([lake()])
      expect([items(), made]).toEqual([[], ['blob:staged/1']])
    })
  })
})
