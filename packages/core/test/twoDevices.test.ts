import { describe, expect, it } from 'vitest'
import type { Chat } from '../src/chat.ts'
import { direct } from '../src/model/ids.ts'
import { inWorld, team, type World } from './inWorld.ts'

/** What a device shows, without what is each device's own: keys, localIds and what became of a send. */
const shown = (chat: Chat): unknown => ({
  total: chat.totalUnread.get(),
  conversations: chat.conversations.get().map(({ id, unread, pinned, silenced, archived, last }) => ({
    ...{ id, unread, pinned, silenced, archived, last: last?.id },
    messages: chat
      .conversation(id)
      .messages.get()
      .map(({ id: name, from, mine, position, body, recalled, edited }) => ({ name, from, mine, position, body, recalled, edited })),
  })),
})

/** A second device of Alice's, which has opened what the first has. */
const withTablet = (seed: number, run: (world: World, phone: Chat, tablet: Chat) => Promise<void>): Promise<void> =>
  inWorld(seed, async world => {
    const tablet = world.chatOf('alice')
    void tablet.connect()
    await world.rest()
    for (const chat of [world.chats.alice, tablet]) for (const id of [team, direct('bob')]) chat.conversation(id).open()
    await world.rest()
    await run(world, world.chats.alice, tablet)
    await world.rest()
    expect(shown(tablet)).toEqual(shown(world.chats.alice))
  })

describe('two devices of one user', () => {
  it('[ID2, UNR5] show what either sends, once, and count none of it', async () => {
    await withTablet(1, async ({ rest }, phone, tablet) => {
      phone.conversation(team).send('from the phone')
      tablet.conversation(team).send('from the tablet')
      await rest()
      for (const device of [phone, tablet]) {
        const messages = device.conversation(team).messages.get()
        expect(messages.map(({ mine }) => mine)).toEqual([true, true])
        expect(device.totalUnread.get()).toEqual({ count: 0, exact: true })
      }
    })
  })

  it('[UNR4] are read by what is read on either', async () => {
    await withTablet(2, async ({ sandbox, rest }, phone, tablet) => {
      for (const number of [1, 2, 3]) sandbox.backend.post('bob', team, `number ${number}`)
      sandbox.backend.post('bob', direct('alice'), 'you there?')
      await rest()
      expect(phone.totalUnread.get().count).toBe(4)
      const second = tablet.conversation(team).messages.get().at(1)
      void tablet.conversation(team).markRead({ upTo: second?.key ?? '' })
      void phone.conversation(direct('bob')).markRead()
      await rest()
      for (const device of [phone, tablet]) expect(device.totalUnread.get()).toEqual({ count: 1, exact: true })
    })
  })

  it('[RCL1, EDT1, DEL1] follow recalls, edits and deletions of either', async () => {
    await withTablet(3, async ({ rest }, phone, tablet) => {
      const talk = phone.conversation(direct('bob'))
      const [recalled, edited, deleted] = ['oops', 'helo', 'gone'].map(text => talk.send(text))
      await rest()
      const there = tablet.conversation(direct('bob')).messages.get()
      expect(there.length).toBe(3)
      void talk.recall(recalled ?? '')
      void tablet.conversation(direct('bob')).edit(there.at(1)?.key ?? '', 'hello')
      void talk.delete(deleted ?? '')
      await rest()
      for (const device of [phone, tablet]) {
        const messages = device.conversation(direct('bob')).messages.get()
        expect(messages.map(({ body, recalled: by }) => by?.by ?? (body?.type === 'text' ? body.text : ''))).toEqual(['alice', 'hello'])
      }
      expect(phone.message(edited ?? '').get()?.edited?.by).toBe('alice')
    })
  })

  it('[CNV2, CNV3] have the same list: pins, silence, and what was removed on either', async () => {
    await withTablet(4, async ({ sandbox, rest }, phone, tablet) => {
      sandbox.backend.post('bob', team, 'one')
      sandbox.backend.post('bob', direct('alice'), 'two')
      sandbox.backend.post('carol', direct('alice'), 'three')
      await rest()
      void phone.conversation(team).set({ pinned: 1 })
      void tablet.conversation(direct('carol')).set({ silenced: true })
      void tablet.removeConversation(direct('bob'), { withHistory: true })
      await rest()
      for (const device of [phone, tablet]) {
        expect(device.conversations.get().map(({ id }) => id)).toEqual([team, direct('carol')])
        expect(device.conversation(direct('bob')).messages.get().length).toBe(0)
        expect(device.totalUnread.get()).toEqual({ count: 1, exact: true })
      }
    })
  })

  it('[RCV2, RCV4] end equal when one was away meanwhile', async () => {
    await withTablet(5, async ({ sandbox, rest, clock }, phone, tablet) => {
      const talk = phone.conversation(team)
      const early = talk.send('early')
      await rest()
      sandbox.faults.cut('alice')
      await clock.advance(2_000)
      const gone = tablet.disconnect()
      await rest()
      await gone
      sandbox.faults.restore('alice')
      for (const number of [1, 2, 3]) sandbox.backend.post('bob', team, `number ${number}`)
      await rest()
      void talk.recall(early)
      talk.send('late')
      void talk.markRead()
      await rest()
      void tablet.connect()
      await rest()
      expect(tablet.conversation(team).messages.get().at(0)?.recalled?.by).toBe('alice')
      expect(tablet.conversation(team).messages.get().length).toBe(5)
    })
  })
})
