import { describe, expect, it } from 'vitest'
import { inWorld, team } from './inWorld.ts'

describe('[RCP4] reads of a group', () => {
  it('of an absence are right on coming back, for every message that asked', async () => {
    await inWorld(1, async ({ chats, rest, errors }) => {
      const { alice, bob, carol } = chats
      const keys = Array.from({ length: 10 }, (_, number) => alice.conversation(team).send(`number ${number}`, { wantsReadCount: true }))
      const silent = alice.conversation(team).send('nobody needs to say')
      await rest()
      const gone = alice.disconnect()
      await rest()
      await gone
      for (const chat of [bob, carol]) chat.conversation(team).open()
      await rest()
      const tenth = bob.conversation(team).messages.get().at(9)
      void bob.conversation(team).markRead({ upTo: tenth?.key ?? '', content: 'Seen' })
      const fifth = carol.conversation(team).messages.get().at(4)
      void carol.conversation(team).markRead({ upTo: fifth?.key ?? '' })
      await rest()
      expect(keys.map(key => alice.groupReadCount(key).get())).toEqual(Array.from(keys, () => 0))

      void alice.connect()
      alice.conversation(team).open()
      await rest()
      expect(keys.map(key => alice.groupReadCount(key).get())).toEqual([2, 2, 2, 2, 2, 1, 1, 1, 1, 1])
      expect(alice.groupReadCount(silent).get()).toBeUndefined()
      const readers = alice.conversation(team).readers(keys[9] ?? '')
      await rest()
      expect(await readers).toMatchObject({ ok: true, value: { items: [{ user: 'bob', content: 'Seen' }] } })
      expect(errors).toEqual([])
    })
  })
})
