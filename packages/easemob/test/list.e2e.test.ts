import type { ConversationId } from '@parlance/core'
import { createChat, direct, group } from '@parlance/core'
import { createBackend } from '@parlance/sandbox'
import { describe, expect, it } from 'vitest'
import { easemob } from '../src/easemob.ts'
import { groups } from '../src/groups/index.ts'
import type { SdkName } from '../test-server/sdk/loadSdk.ts'
import { loadSdk } from '../test-server/sdk/loadSdk.ts'
import { serveEasemob } from '../test-server/serveEasemob.ts'

describe.each<SdkName>(['easemob-websdk', 'agora-chat'])('the list of conversations, with %s', name => {
  it('[UNR7] has the titles of groups, where the application has that part, and unread numbers: none where all is read', async () => {
    const backend = createBackend({
      users: ['alice', 'bob', 'carol'],
      groups: [{ id: '42', title: 'Friends', owner: 'bob', members: ['alice'] }],
    })
    backend.post('bob', direct('alice'), 'read')
    backend.act('alice', 'markRead', { conversation: direct('bob'), target: { whole: true } })
    backend.post('carol', direct('alice'), 'not yet')
    backend.post('bob', group('42'), 'nor this')
    const server = await serveEasemob({ backend })
    const { appKey, url, apiUrl } = server
    const sdk = loadSdk(name)
    const transport = easemob({
      ...{ sdk, appKey, url, apiUrl, isHttpDNS: false },
      user: 'alice',
      credentials: () => server.token('alice'),
      parts: [groups],
    })
    const chat = createChat({ transport, publish: 'microtask' })
    await chat.connect()
    await chat.idle()

    const listed = (id: ConversationId) =>
      chat.conversations
        .get()
        .toArray()
        .find(one => one.id === id)
    expect(listed(group('42'))).toMatchObject({ title: 'Friends', unread: { count: 1 } })
    expect(listed(direct('carol'))).toMatchObject({ unread: { count: 1 } })
    expect(listed(direct('bob'))).toMatchObject({ last: { body: { text: 'read' } }, unread: { count: 0 } })
    await chat.dispose()
    await server.close()
  })
})
