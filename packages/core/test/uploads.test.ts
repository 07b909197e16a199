import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { file, image } from '../src/model/bodies.ts'
import type { Attachment, AttachmentBody } from '../src/model/body.ts'
import { chatError } from '../src/model/error.ts'
import { direct, group } from '../src/model/ids.ts'
import type { Uploader } from '../src/protocol/attachmentOptions.ts'
import type { UploadRequest } from '../src/protocol/transport.ts'
import { createScriptedChat, startChat, type StartedChat } from './startChat.ts'
import type { Asked } from './scriptedTransport.ts'

const bob = direct('bob')
const picture = (name: string, bytes = 'x') => {
  const file = new Blob([bytes], { type: 'image/png' })
  return { type: 'image', attachment: { name, mime: 'image/png', size: file.size, file } } as const
}
const stored = (name: string): Attachment => ({ name, mime: 'image/png', size: 1, url: `https://files.example/${name}`, digest: 'd' })
const ack = (id: number) => ({ id: `m${id}`, position: `00000${id}` })

const names = ({ script }: StartedChat): readonly string[] => script.asked('upload').map(({ args: [{ name }] }) => name)
const progressOf = ({ args: [, op] }: Asked<'upload'>): ((share: number) => void) => op!.onProgress!
const shownIn = ({ message }: StartedChat, key: string): Attachment | undefined => {
  const body = message(key)?.body
  return body?.type === 'image' ? body.attachment : undefined
}

describe('uploads', () => {
  it('[SND7] progress is state, and the message goes out with the URL and nothing local', async () => {
    const started = await startChat()
    const { chat, script, clock, message } = started
    const key = chat.conversation(bob).send(picture('a'))
    expect(message(key)?.send).toEqual({ state: 'uploading' })
    const upload = script.next('upload')
    progressOf(upload)(0.25)
    expect(message(key)?.send).toEqual({ state: 'uploading', progress: 0.25 })
    progressOf(upload)(Number.NaN)
    progressOf(upload)(0.2)
    progressOf(upload)(7)
    expect(message(key)?.send).toEqual({ state: 'uploading', progress: 1 })
    upload.answer(stored('a'))
    await clock.settle()
    expect(message(key)?.send).toEqual({ state: 'sending' })
    expect(script.next('send').args[0].body).toEqual({ type: 'image', attachment: stored('a') })
    script.next('send').answer(ack(1))
    await clock.settle()
    expect(shownIn(started, key)).toEqual(stored('a'))
  })

  it('[SND7] a flood of progress is not a flood of news', async () => {
    const { chat, script } = await startChat()
    const talk = chat.conversation(bob)
    talk.send(picture('a'))
    let news = 0
    talk.messages.subscribe(() => news++)
    const progress = progressOf(script.next('upload'))
    for (let chunk = 0; chunk <= 10_000; chunk++) progress(chunk / 10_000)
    expect(news).toBeLessThan(110)
  })

  it('[SND7] a file that has a URL already is not uploaded, and stays here', async () => {
    const started = await startChat()
    const { attachment, type } = picture('a')
    started.chat.conversation(bob).send({ type, attachment: { ...attachment, url: 'https://files.example/a' } })
    expect(names(started)).toEqual([])
    expect(started.script.next('send').args[0].body).toEqual({
      type,
      attachment: { name: 'a', mime: 'image/png', size: 1, url: 'https://files.example/a' },
    })
  })

  it('[SND2] uploads run ahead of the queue, two at a time over all conversations', async () => {
    const started = await startChat()
    const { chat, script, clock } = started
    chat.conversation(bob).send('words')
    for (const name of ['a', 'b', 'c']) chat.conversation(bob).send(picture(name))
    chat.conversation(group('42')).send(picture('d'))
    expect(names(started)).toEqual(['a', 'b'])
    expect(script.asked('send').length).toBe(1)
    script.next('upload').answer(stored('a'))
    await clock.settle()
    expect(names(started)).toEqual(['a', 'b', 'c'])
    // The words are still out: what is uploaded waits for its turn.
    expect(script.asked('send').length).toBe(1)
    script.next('send').answer(ack(1))
    await clock.settle()
    expect(script.asked('send')[1]?.args[0].body).toMatchObject({ attachment: { url: 'https://files.example/a' } })
  })

  it('[SND2] a later message does not overtake one that still uploads', async () => {
    const { chat, script, clock } = await startChat()
    chat.conversation(bob).send(picture('a'))
    chat.conversation(bob).send('after it')
    expect(script.asked('send')).toEqual([])
    script.next('upload').answer(stored('a'))
    await clock.settle()
    script.next('send').answer(ack(1))
    await clock.settle()
    expect(script.asked('send').map(({ args: [{ body }] }) => body.type)).toEqual(['image', 'text'])
  })

  it('[SND7] a failed upload is tried again', async () => {
    const started = await startChat()
    const { chat, script, clock } = started
    const key = chat.conversation(bob).send(picture('a'))
    script.next('upload').refuse(chatError('unavailable'))
    await clock.settle()
    expect(started.message(key)?.send).toEqual({ state: 'queued' })
    await clock.advance(1_000)
    expect(names(started)).toEqual(['a', 'a'])
    script.next('upload').answer(stored('a'))
    await clock.settle()
    expect(started.message(key)?.send).toEqual({ state: 'sending' })
  })

  it('[SND7] one that fails for good parks its message, the queue goes on, and a retry uploads again', async () => {
    const started = await startChat()
    const { chat, script, clock } = started
    const talk = chat.conversation(bob)
    const key = talk.send(picture('a'))
    talk.send('words')
    script.next('upload').refuse(chatError('forbidden'))
    await clock.settle()
    expect(started.message(key)?.send).toMatchObject({ state: 'failed', error: { code: 'forbidden' } })
    expect(script.asked('send').length).toBe(1)
    expect(await talk.retry(key)).toMatchObject({ ok: true })
    expect(names(started)).toEqual(['a', 'a'])
  })

  it('[SND7] one that is tried five times parks its message, too', async () => {
    const started = await startChat()
    const { chat, script, clock } = started
    const key = chat.conversation(bob).send(picture('a'))
    script.always('upload', () => Promise.reject(chatError('unavailable')))
    script.next('upload').refuse(chatError('unavailable'))
    await clock.advance(60_000)
    expect(names(started)).toHaveLength(5)
    expect(started.message(key)?.send).toMatchObject({ state: 'failed', error: { code: 'unavailable' } })
    await chat.idle()
  })

  it('[SND7] one that waits to be tried again holds up no other', async () => {
    const started = await startChat()
    const { chat, script, clock } = started
    for (const name of ['a', 'b', 'c']) chat.conversation(bob).send(picture(name))
    for (const _busy of ['a', 'b']) script.next('upload').refuse(chatError('rateLimited', { retryAfterMs: 3_600_000 }))
    await clock.settle()
    expect(names(started)).toEqual(['a', 'b', 'c'])
    script.next('upload').answer(stored('c'))
    await clock.advance(3_600_000)
    expect(names(started)).toEqual(['a', 'b', 'c', 'a', 'b'])
  })

  it('[SND7] one that takes long is tried five times all the same: each time it takes long', async () => {
    const started = await startChat()
    const { chat, script, clock } = started
    const key = chat.conversation(bob).send(picture('a'))
    for (let attempt = 1; attempt < 5; attempt++) {
      for (let minute = 1; minute <= 10; minute++) {
        progressOf(script.next('upload'))(minute / 20)
        await clock.advance(50_000)
      }
      script.next('upload').refuse(chatError('unavailable'))
      await clock.advance(30_000)
      expect(names(started)).toHaveLength(attempt + 1)
    }
    script.next('upload').answer(stored('a'))
    await clock.settle()
    expect(started.message(key)?.send).toEqual({ state: 'sending' })
  })

  it('[SND7] a send that fails after a good upload uploads nothing again', async () => {
    const started = await startChat()
    const { chat, script, clock } = started
    const talk = chat.conversation(bob)
    const key = talk.send({ ...picture('a'), width: 640, height: 480 })
    script.next('upload').answer(stored('a'))
    await clock.settle()
    script.next('send').refuse(chatError('unavailable', { effect: 'none' }))
    await clock.advance(2_000)
    script.next('send').refuse(chatError('forbidden'))
    await clock.settle()
    expect(started.message(key)?.send).toMatchObject({ state: 'failed', error: { code: 'forbidden' } })
    expect(await talk.retry(key)).toMatchObject({ ok: true })
    expect(names(started)).toEqual(['a'])
    // The size, in bytes and in pixels, stays in the body all along.
    expect(script.next('send').args[0].body).toEqual({ type: 'image', attachment: stored('a'), width: 640, height: 480 })
  })

  it('[ATT1] a file of the wrong kind, by its media type or its extension, never gets that far', async () => {
    const rules = { image: { types: ['image/png', 'image/jpeg'], extensions: ['png', 'jpg'], maxBytes: 5 }, file: { types: [] } }
    const started = await startChat({}, { attachments: { rules } })
    const talk = started.chat.conversation(bob)
    const errorOf = (body: AttachmentBody) => {
      const send = started.message(talk.send(body))?.send
      return send?.state === 'failed' ? [send.error.code, send.error.path] : send?.state
    }
    const of = (name: string, mime: string, bytes = 'x') => image(new File([bytes], name, { type: mime }))
    expect(errorOf(of('lake.png', 'image/gif'))).toEqual(['invalid', 'body.attachment.mime'])
    expect(errorOf(of('lake.png.exe', 'image/png'))).toEqual(['invalid', 'body.attachment.name'])
    expect(errorOf(of('lake.png', 'image/png', 'too many'))).toEqual(['tooLarge', 'body.attachment'])
    expect(errorOf(file(new File(['x'], 'words.txt', { type: 'text/plain' })))).toEqual(['invalid', 'body.attachment.mime'])
    expect(errorOf(of('Lake.PNG', 'IMAGE/PNG; q=1'))).toBe('uploading')
    expect(names(started)).toEqual(['Lake.PNG'])
  })

  it('[SND7] an uploader of the application’s own takes the place of the transport’s', async () => {
    const requests: UploadRequest[] = []
    const uploader: Uploader = {
      upload: request => {
        requests.push(request)
        return Promise.reject(chatError('contentRejected'))
      },
    }
    const started = await startChat({ without: ['upload'] }, { attachments: { uploader } })
    const body = picture('a')
    const key = started.chat.conversation(bob).send(body)
    await started.clock.settle()
    expect(requests).toEqual([{ conversation: bob, file: body.attachment.file, name: 'a', mime: 'image/png' }])
    expect(started.message(key)?.send).toMatchObject({ state: 'failed', error: { code: 'contentRejected' } })
  })

  it('[ATT2] where there are no Blobs and no URL, as in a mini program, files go by their paths', async () => {
    vi.stubGlobal('Blob', undefined)
    vi.stubGlobal('URL', undefined)
    try {
      const started = await startChat()
      const { chat, script, clock } = started
      const key = chat.conversation(bob).send(image({ path: 'wxfile://tmp/lake.png', size: 1, type: 'image/png' }))
      expect(started.message(key)?.send).toEqual({ state: 'uploading' })
      script.next('upload').answer({ ...stored('a'), name: 'lake.png' })
      await clock.settle()
      expect(script.next('send').args[0].body).toEqual(image({ ...stored('a'), name: 'lake.png' }))
    } finally {
      vi.unstubAllGlobals()
    }
  })

  it('[SND7] one without any progress for a minute is tried again', async () => {
    const started = await startChat()
    const { chat, script, clock } = started
    chat.conversation(bob).send(picture('a'))
    await clock.advance(50_000)
    progressOf(script.next('upload'))(0.5)
    await clock.advance(50_000)
    expect(names(started)).toEqual(['a'])
    await clock.advance(30_000)
    expect(names(started)).toEqual(['a', 'a'])
  })

  it.each<[string, unknown]>([
    ['an unsafe URL', { ...stored('a'), url: 'javascript:alert(1)' }],
    ['no URL', { name: 'a' }],
    ['nothing', undefined],
  ])('[SEC1] an answer with %s is a failure', async (_what, answer) => {
    const started = await startChat()
    const { chat, script, clock } = started
    const key = chat.conversation(bob).send(picture('a'))
    script.next('upload').answer(answer as never)
    await clock.settle()
    expect(started.message(key)?.send).toMatchObject({ state: 'failed', error: { code: 'protocol' } })
    expect(script.asked('send')).toEqual([])
  })

  it('[SND7] cancel aborts it and makes room for the next', async () => {
    const started = await startChat()
    const { chat, script, clock } = started
    const talk = chat.conversation(bob)
    const [first] = ['a', 'b', 'c'].map(name => talk.send(picture(name)))
    expect(await talk.cancel(first!)).toMatchObject({ ok: true })
    await clock.settle()
    expect(script.asked('upload')[0]?.args[1]?.signal?.aborted).toBe(true)
    expect(started.message(first!)).toBeUndefined()
    expect(names(started)).toEqual(['a', 'b', 'c'])
    // Too late to matter.
    script.next('upload').answer(stored('a'))
    expect(talk.messages.get().length).toBe(2)
  })

  it('[SND8] editing one that uploads stops that and sends the new body', async () => {
    const started = await startChat()
    const { chat, script } = started
    const talk = chat.conversation(bob)
    const key = talk.send(picture('a'))
    expect(await talk.edit(key, 'words instead')).toMatchObject({ ok: true })
    expect(script.asked('upload')[0]?.args[1]?.signal?.aborted).toBe(true)
    expect(script.next('send').args[0].body).toEqual({ type: 'text', text: 'words instead' })
  })

  it('[MEM1] stops where I no longer belong', async () => {
    const started = await startChat()
    const { chat, script, clock } = started
    const team = group('42')
    const key = chat.conversation(team).send(picture('a'))
    script.tell({ type: 'membership', origin: 'live', membership: { conversation: team, user: 'alice', state: 'removed' } })
    await clock.settle()
    expect(script.asked('upload')[0]?.args[1]?.signal?.aborted).toBe(true)
    script.next('upload').answer(stored('a'))
    await clock.settle()
    expect(started.message(key)?.send).toMatchObject({ state: 'failed', error: { code: 'notMember' } })
  })

  it('[SND4] waits for a link, and a break of it wears nothing out', async () => {
    const started = createScriptedChat()
    const { chat, script, clock, goOnline, goOffline } = started
    chat.conversation(bob).send(picture('a'))
    expect(names(started)).toEqual([])
    await goOnline()
    for (let turn = 0; turn < 8; turn++) {
      await goOffline()
      script.next('upload').refuse(chatError('unavailable'))
      await clock.advance(60_000)
      await goOnline()
    }
    expect(names(started)).toHaveLength(9)
    script.next('upload').answer(stored('a'))
    await clock.settle()
    expect(script.asked('send')).toHaveLength(1)
  })
})

describe('[SND7] previews', () => {
  let made: string[] = []
  let released: string[] = []

  beforeEach(() => {
    made = []
    released = []
    vi.spyOn(URL, 'createObjectURL').mockImplementation(() => {
      const url = `blob:preview/${made.length + 1}`
      made.push(url)
      return url
    })
    vi.spyOn(URL, 'revokeObjectURL').mockImplementation(url => released.push(url))
  })
  afterEach(() => vi.restoreAllMocks())

  it('show the file at once, through the upload, and are released when it is sent', async () => {
    const started = await startChat()
    const { chat, script, clock } = started
    const key = chat.conversation(bob).send(picture('a'))
    expect(shownIn(started, key)?.preview).toBe('blob:preview/1')
    script.next('upload').answer(stored('a'))
    await clock.settle()
    expect(shownIn(started, key)?.preview).toBe('blob:preview/1')
    expect(released).toEqual([])
    script.next('send').answer(ack(1))
    await clock.settle()
    expect(shownIn(started, key)).toEqual(stored('a'))
    expect(released).toEqual(made)
  })

  it('are released by cancel, by an edit and by dispose [RES2]', async () => {
    const { chat } = createScriptedChat()
    const talk = chat.conversation(bob)
    const [first, second] = ['a', 'b', 'c'].map(name => talk.send(picture(name)))
    await talk.cancel(first!)
    expect(released).toEqual(['blob:preview/1'])
    await talk.edit(second!, 'words')
    expect(released).toEqual(['blob:preview/1', 'blob:preview/2'])
    await chat.dispose()
    expect(released).toEqual(made)
  })

  it('are released when a copy shows the message before any ack', async () => {
    const { chat, script, clock } = await startChat()
    chat.conversation(bob).send(picture('a'))
    script.next('upload').answer(stored('a'))
    await clock.settle()
    const [message] = script.next('send').args
    script.tell({ type: 'message', origin: 'live', message: { ...message, from: 'alice', ...ack(1) } })
    await clock.settle()
    expect(released).toEqual(made)
  })

  it('of one that failed stay for the retry', async () => {
    const started = await startChat()
    const { chat, script, clock } = started
    const key = chat.conversation(bob).send(picture('a'))
    script.next('upload').refuse(chatError('forbidden'))
    await clock.settle()
    await chat.conversation(bob).retry(key)
    expect(made).toHaveLength(1)
    expect(shownIn(started, key)?.preview).toBe('blob:preview/1')
    expect(released).toEqual([])
  })

  it('are not made where there are no object URLs', async () => {
    vi.restoreAllMocks()
    const { createObjectURL } = URL
    Reflect.deleteProperty(URL, 'createObjectURL')
    try {
      const started = createScriptedChat()
      const key = started.chat.conversation(bob).send(picture('a'))
      expect(shownIn(started, key)).toMatchObject({ name: 'a' })
      expect(shownIn(started, key)?.preview).toBeUndefined()
    } finally {
      URL.createObjectURL = createObjectURL
    }
  })
})
