import { direct, group, room } from '@parlance/core'
import { describe, expect, it } from 'vitest'
import type { SdkName } from './sdk/loadSdk.ts'
import { useScenes } from './testing/scenes.ts'

const begin = useScenes()
const file = (content: string, name: string, type: string) => ({
  data: new File([content], name, { type }),
  filename: name,
  filetype: type,
  url: '',
})

describe.each<SdkName>(['easemob-websdk', 'agora-chat'])('messages with %s', sdk => {
  it('a text comes to the other one, and its sender has its id', async () => {
    const { client } = await begin({ sdk })
    const [alice, bob] = [await client('alice'), await client('bob')]
    const ext = { a: 1, b: { c: [true] }, d: 'x', e: 1.5, f: false, g: null }
    const { serverMsgId } = await alice.connection.send(alice.text('bob', 'hello', { ext }))
    const told = { id: serverMsgId, type: 'txt', chatType: 'singleChat', from: 'alice', to: 'bob', msg: 'hello', onlineState: 1, ext }
    expect(await bob.next('onTextMessage')).toMatchObject(told)
    expect(await alice.next('onReceivedMessage')).toMatchObject({ mid: serverMsgId, to: 'bob' })
  })

  it('places, commands and customs come as they were sent', async () => {
    const { client } = await begin({ sdk })
    const [alice, bob] = [await client('alice'), await client('bob')]
    const to = { to: 'bob', chatType: 'singleChat' } as const
    await alice.connection.send(alice.message({ type: 'loc', ...to, lat: 48.2, lng: 16.4, addr: 'Ring 1', buildingName: 'Opera' }))
    await alice.connection.send(alice.message({ type: 'cmd', ...to, action: 'refresh' }))
    await alice.connection.send(alice.message({ type: 'custom', ...to, customEvent: 'poll', customExts: { question: 'tea?' } }))
    expect(await bob.next('onLocationMessage')).toMatchObject({ lat: 48.2, lng: 16.4, addr: 'Ring 1', buildingName: 'Opera' })
    expect(await bob.next('onCmdMessage')).toMatchObject({ action: 'refresh' })
    expect(await bob.next('onCustomMessage')).toMatchObject({ customEvent: 'poll', customExts: { question: 'tea?' } })
  })

  it('files are uploaded with progress, and fetched with their secret', async () => {
    const { client, server } = await begin({ sdk })
    const [alice, bob] = [await client('alice'), await client('bob')]
    const progress: number[] = []
    const to = { to: 'bob', chatType: 'singleChat', onFileUploadProgress: (event: ProgressEvent) => progress.push(event.loaded) } as const
    await alice.connection.send(alice.message({ type: 'img', ...to, file: file('picture', 'a.png', 'image/png'), width: 4, height: 3 }))
    await alice.connection.send(
      alice.message({ type: 'audio', ...to, file: file('sound', 'a.mp3', 'audio/mpeg'), length: 7, filename: 'a.mp3' }),
    )
    await alice.connection.send(
      alice.message({ type: 'video', ...to, file: file('film', 'a.mp4', 'video/mp4'), length: 7_000, filename: 'a.mp4' }),
    )
    await alice.connection.send(alice.message({ type: 'file', ...to, file: file('paper', 'a.txt', 'text/plain'), filename: 'a.txt' }))
    const { url = '', ...image } = await bob.next('onImageMessage')
    expect(image).toMatchObject({ width: 4, height: 3, file_length: 7 })
    expect(await bob.next('onAudioMessage')).toMatchObject({ length: 7, file_length: 5, filename: 'a.mp3' })
    expect(await bob.next('onVideoMessage')).toMatchObject({ length: 7_000, file_length: 4 })
    expect(await bob.next('onFileMessage')).toMatchObject({ filename: 'a.txt', file_length: 5 })
    expect(await (await fetch(url)).text()).toBe('picture')
    expect((await fetch(url.replace(/share-secret=.*/, ''))).status).toBe(401)
    expect(url).toContain(server.apiUrl)
    expect(progress).toContain(7)
  })

  it('a file that the SDK would send in parts is asked for whole', async () => {
    const { client } = await begin({ sdk })
    const [alice, bob] = [await client('alice'), await client('bob')]
    const large = file('x'.repeat(8_000_000), 'a.bin', 'application/octet-stream')
    await alice.connection.send(alice.message({ type: 'file', to: 'bob', chatType: 'singleChat', filename: 'a.bin', file: large }))
    expect(await bob.next('onFileMessage')).toMatchObject({ file_length: 8_000_000 })
  })

  it('what came together goes on as one: forwarded messages', async () => {
    const { client } = await begin({ sdk })
    const [alice, bob] = [await client('alice'), await client('bob')]
    await alice.connection.send(
      alice.message({
        type: 'combine',
        to: 'bob',
        chatType: 'singleChat',
        compatibleText: 'old',
        title: 'Talk',
        summary: 'one',
        messageList: [{ id: '1', type: 'txt', chatType: 'singleChat', to: 'alice', from: 'carol', msg: 'one', time: 1 }],
        onFileUploadComplete: () => {},
      }),
    )
    expect(await bob.next('onCombineMessage')).toMatchObject({ title: 'Talk', summary: 'one', compatibleText: 'old', combineLevel: 1 })
  })

  it('messages to a group and a room come to all in it, directed ones only to some', async () => {
    const { client, backend } = await begin({ sdk })
    const [alice, bob, carol] = [await client('alice'), await client('bob'), await client('carol')]
    await bob.connection.joinChatRoom({ roomId: '7' })
    await alice.connection.send(alice.text('42', 'all', { chatType: 'groupChat' }))
    await alice.connection.send(alice.text('42', 'you', { chatType: 'groupChat', receiverList: ['bob'] }))
    await alice.connection.send(alice.text('7', 'hall', { chatType: 'chatRoom' }))
    expect(await bob.next('onTextMessage')).toMatchObject({ chatType: 'groupChat', to: '42', msg: 'all' })
    expect(await bob.next('onTextMessage')).toMatchObject({ msg: 'you' })
    expect(await bob.next('onTextMessage')).toMatchObject({ chatType: 'chatRoom', to: '7', msg: 'hall' })
    await alice.connection.send(alice.text('42', 'all again', { chatType: 'groupChat' }))
    expect([(await carol.next('onTextMessage')).msg, (await carol.next('onTextMessage')).msg]).toEqual(['all', 'all again'])
    expect(backend.inspect(room('7'))).toHaveLength(1)
    expect(backend.inspect(group('42'))).toMatchObject([{}, { to: ['bob'] }, {}])
  })

  it('what was sent while nobody was there waits', async () => {
    const { client, backend } = await begin({ sdk })
    backend.post('alice', direct('bob'), 'before the first login')
    backend.post('alice', group('42'), 'to all')
    const bob = await client('bob')
    await bob.next('onOfflineMessageSyncStart')
    const told = [await bob.next('onTextMessage'), await bob.next('onTextMessage')]
    expect(told.map(({ msg }) => msg).sort()).toEqual(['before the first login', 'to all'])
    expect(told[0]).toMatchObject({ onlineState: 0 })
    await bob.next('onOfflineMessageSyncFinish')
    bob.close()
    await expect.poll(() => backend.devices('bob')).toEqual([])
    backend.post('alice', direct('bob'), 'in between')
    const again = await client('bob', { device: 'bob-desk' })
    expect(await again.next('onTextMessage')).toMatchObject({ msg: 'in between' })
    expect(again.waiting('onTextMessage')).toBe(0)
  })

  it('so does what was sent to somebody who was added while the server ran', async () => {
    const { client, backend } = await begin({ sdk })
    backend.addUser('dave')
    for (const text of ['one', 'two']) backend.post('alice', direct('dave'), text)
    const dave = await client('dave')
    expect([(await dave.next('onTextMessage')).msg, (await dave.next('onTextMessage')).msg]).toEqual(['one', 'two'])
  })

  it('a resend with the same id is the same message', async () => {
    const { client, backend } = await begin({ sdk })
    const alice = await client('alice')
    const message = alice.text('bob', 'once')
    const first = await alice.connection.send(message)
    expect((await alice.connection.send(message)).serverMsgId).toBe(first.serverMsgId)
    expect(backend.inspect(direct('bob'), 'alice')).toHaveLength(1)
  })

  it('another device of the sender gets a copy', async () => {
    const { client } = await begin({ sdk })
    const [phone, desk] = [await client('alice'), await client('alice', { device: 'alice-desk' })]
    const { serverMsgId } = await phone.connection.send(phone.text('bob', 'hello'))
    expect(await desk.next('onTextMessage')).toMatchObject({ id: serverMsgId, from: 'alice', to: 'bob' })
    expect(phone.waiting('onTextMessage')).toBe(0)
  })
})
