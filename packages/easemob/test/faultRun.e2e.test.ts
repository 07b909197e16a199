import type { Chat, ConversationHandle, MessageKey } from '@parlance/core'
import { createChat, direct } from '@parlance/core'
import { describe, expect, it } from 'vitest'
import { seededRandom } from '../test-server/faults/seededRandom.ts'
import { easemobContract } from './easemobContract.ts'

const EACH = 500
const DROPS = 50
const retry = { baseMs: 20, maxMs: 100, attempts: 100 }

const textsOf = (chat: Chat, peer: string): readonly string[] =>
  chat
    .conversation(direct(peer))
    .messages.get()
    .toArray()
    .flatMap(({ body }) => (body?.type === 'text' ? [body.text] : []))

const pause = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms))

const gapIn = (talk: ConversationHandle): MessageKey | undefined =>
  talk.timeline
    .get()
    .toArray()
    .find(item => item.type === 'gap')?.before

describe('a thousand messages between two, whose sockets drop fifty times', () => {
  it('[SND2] come once each, in order, none lost, and the unread are exact', async () => {
    const { close: end, makeUser, open, network } = await easemobContract('easemob-websdk')
    const random = seededRandom(4)
    const [alice, bob] = [await makeUser('alice'), await makeUser('bob')]
    const chats = await Promise.all(
      [alice, bob].map(async user => createChat({ transport: await open(user, 'phone'), retry, publish: 'microtask' })),
    )
    const [hers, his] = chats
    if (hers === undefined || his === undefined) throw new Error('There are two.')
    await Promise.all(chats.map(chat => chat.connect()))

    const keys: [Chat, MessageKey][] = []
    for (let drop = 1, number = 1; drop <= DROPS; drop++) {
      for (let queued = 0; queued < EACH / DROPS; queued++, number++) {
        keys.push([hers, hers.conversation(direct(bob)).send(`a${number}`)])
        keys.push([his, his.conversation(direct(alice)).send(`b${number}`)])
      }
      await pause(20 + random() * 150)
      const user = random() < 0.5 ? alice : bob
      await network?.cut(user)
      await pause(random() * 30)
      await network?.restore(user)
    }
    await Promise.all(keys.map(([chat, key]) => chat.settled(key)))
    for (const chat of chats) await chat.connect()

    for (const [chat, peer, mine, theirs] of [
      [hers, bob, 'a', 'b'],
      [his, alice, 'b', 'a'],
    ] as const) {
      const talk = chat.conversation(direct(peer))
      const close = talk.open()
      while (talk.history.get().hasOlder) await talk.loadOlder({ count: 50 })
      for (let gap = gapIn(talk); gap !== undefined; gap = gapIn(talk)) await talk.fillGap(gap)
      const said = (letter: string): readonly string[] => textsOf(chat, peer).filter(text => text.startsWith(letter))
      const numbered = (letter: string): readonly string[] => Array.from({ length: EACH }, (_, index) => `${letter}${index + 1}`)
      expect(said(mine)).toEqual(numbered(mine))
      // What its sender knows to be stored may still be on its way.
      await expect.poll(() => said(theirs)).toEqual(numbered(theirs))
      await expect.poll(() => talk.unread.get()).toMatchObject({ count: EACH, exact: true })
      close()
    }
    expect(textsOf(hers, bob)).toEqual(textsOf(his, alice))
    for (const chat of chats) await chat.disconnect()
    await end()
  })
})
