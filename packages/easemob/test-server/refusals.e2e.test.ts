import { direct, group } from '@parlance/core'
import { describe, expect, it } from 'vitest'
import { useScenes } from './testing/scenes.ts'

const begin = useScenes()

describe('refusals', () => {
  it('each has the number that the SDK makes of its words', async () => {
    const { client, backend } = await begin({
      policy: {
        maxMessageBytes: 2_000,
        content: [
          { match: 'rude', refuse: 'contentRejected' },
          { match: 'hooked', refuse: 'intercepted' },
          { match: 'dubious', refuse: 'moderated' },
        ],
      },
      groups: [
        { id: '42', owner: 'alice', members: ['bob'] },
        { id: '43', owner: 'alice' },
      ],
    })
    const bob = await client('bob')
    const refusal = (to: string, msg = 'hello', chatType: 'singleChat' | 'groupChat' = 'singleChat') =>
      bob.connection.send(bob.text(to, msg, { chatType })).then(
        () => undefined,
        (error: unknown) => (typeof error === 'object' && error !== null && 'type' in error ? error.type : error),
      )
    backend.block('alice', 'bob')
    expect(await refusal('alice')).toBe(603)
    expect(await refusal('nobody-at-all')).toBe(204)
    expect(await refusal('99', 'hello', 'groupChat')).toBe(605)
    expect(await refusal('43', 'hello', 'groupChat')).toBe(602)
    expect(await refusal('carol', 'rude')).toBe(501)
    expect(await refusal('carol', 'hooked')).toBe(502)
    expect(await refusal('carol', 'dubious')).toBe(508)
    expect(await refusal('carol', 'x'.repeat(3_000))).toBe(511)
    backend.mute(group('42'), 'bob')
    expect(await refusal('42', 'hello', 'groupChat')).toBe(507)
    backend.mute(group('42'), 'bob', false)
    backend.allowlist(group('42'), ['alice'])
    expect(await refusal('42', 'hello', 'groupChat')).toBe(506)
    backend.setPolicy({ rateLimit: { count: 1, perMs: 600_000 } })
    await refusal('carol')
    expect(await refusal('carol')).toBe(509)
  })

  it('what nobody may recall or edit is refused with a number of its own', async () => {
    const { client, backend } = await begin({ policy: { recall: { mode: 'none' }, edit: false } })
    const alice = await client('alice')
    const { serverMsgId } = await alice.connection.send(alice.text('bob', 'hello'))
    await expect(alice.connection.recallMessage({ mid: serverMsgId, to: 'bob', chatType: 'singleChat' })).rejects.toMatchObject({
      type: 505,
    })
    const edit = { messageId: serverMsgId, modifiedMessage: alice.text('bob', 'hi') }
    await expect(alice.connection.modifyMessage(edit)).rejects.toMatchObject({ type: 505 })
    const unknown = { messageId: '1300000000000099999', modifiedMessage: alice.text('bob', 'hi') }
    await expect(alice.connection.modifyMessage(unknown)).rejects.toMatchObject({ type: 1302 })
    expect(backend.inspect(direct('bob'), 'alice')).toMatchObject([{ edited: false }])
  })

  it('a file that is too large is refused by its upload', async () => {
    const { client } = await begin({ policy: { attachments: { maxBytes: 3 } } })
    const alice = await client('alice')
    const file = { data: new File(['four'], 'a.txt'), filename: 'a.txt', filetype: 'txt', url: '' }
    const message = alice.message({ type: 'file', to: 'bob', chatType: 'singleChat', filename: 'a.txt', file })
    await expect(alice.connection.send(message)).rejects.toMatchObject({ type: 101 })
  })

  it('an answer that is lost leaves the sender in doubt', async () => {
    const { client, backend } = await begin()
    const alice = await client('alice')
    backend.refuse({ code: 'unavailable', user: 'alice', request: 'send', carriedOut: true })
    await expect(alice.connection.send(alice.text('bob', 'hello'))).rejects.toMatchObject({ type: 510 })
    expect(backend.inspect(direct('bob'), 'alice')).toHaveLength(1)
  })
})
