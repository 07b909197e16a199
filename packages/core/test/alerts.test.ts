import { describe, expect, it } from 'vitest'
import type { Chat } from '../src/chat.ts'
import { command } from '../src/model/bodies.ts'
import { direct } from '../src/model/ids.ts'
import type { Message } from '../src/model/message.ts'
import { inWorld, team } from './inWorld.ts'

const word = ({ body }: Message): string => (body?.type === 'text' ? body.text : body?.type === 'command' ? body.action : 'recalled')
const alertsOf = (chat: Chat): string[] => {
  const heard: string[] = []
  chat.incoming$.subscribe(message => void heard.push(word(message)))
  return heard
}

describe('[RCV9] alerts', () => {
  it('tell of a message of somebody else once, on each device, over any link', async () => {
    await inWorld(1, async ({ chats, chatOf, sandbox, rest }) => {
      const tablet = chatOf('alice')
      void tablet.connect()
      await rest()
      const heard = [alertsOf(chats.alice), alertsOf(tablet), alertsOf(chats.carol)]
      sandbox.faults.set('all', { latencyMs: 10, jitterMs: 20, loss: 0.2, duplicate: 0.4, reorder: 0.4 })
      for (const text of ['one', 'two', 'three']) chats.bob.conversation(team).send(text)
      await rest()
      chats.alice.conversation(team).open()
      await rest()
      expect(heard).toEqual([
        ['one', 'two', 'three'],
        ['one', 'two', 'three'],
        ['one', 'two', 'three'],
      ])
    })
  })

  it('tell nothing of mine, not even from my other device', async () => {
    await inWorld(2, async ({ chats, chatOf, rest }) => {
      const tablet = chatOf('alice')
      void tablet.connect()
      await rest()
      const heard = [alertsOf(chats.alice), alertsOf(tablet)]
      chats.alice.conversation(team).send('from here')
      tablet.conversation(team).send('from there')
      await rest()
      expect(heard).toEqual([[], []])
    })
  })

  it('are off while a conversation is silenced or active', async () => {
    await inWorld(3, async ({ chats, sandbox, rest }) => {
      const { alice } = chats
      const heard = alertsOf(alice)
      const talk = alice.conversation(team)
      const says = async (text: string): Promise<void> => {
        sandbox.backend.post('bob', team, text)
        sandbox.backend.post('bob', direct('alice'), `elsewhere, ${text}`)
        await rest()
      }
      void talk.set({ silenced: true })
      await says('silenced')
      void talk.set({ silenced: false })
      await says('heard')
      talk.setActive(true)
      await says('active')
      talk.setActive(false)
      await says('heard again')
      expect(heard.filter(text => !text.startsWith('elsewhere'))).toEqual(['heard', 'heard again'])
      expect(heard.filter(text => text.startsWith('elsewhere'))).toHaveLength(4)
    })
  })

  it('tell nothing of what was missed, nor of what comes with history', async () => {
    await inWorld(4, async ({ chats, sandbox, rest }) => {
      const { alice } = chats
      const heard = alertsOf(alice)
      const gone = alice.disconnect()
      await rest()
      await gone
      sandbox.backend.post('bob', team, 'missed')
      void alice.connect()
      alice.conversation(team).open()
      await rest()
      sandbox.backend.post('bob', team, 'here')
      await rest()
      expect(alice.conversation(team).messages.get().map(word)).toEqual(['missed', 'here'])
      expect(heard).toEqual(['here'])
    })
  })
})

describe('[RCV7] commands', () => {
  it('go to commands$ once, alert nobody, and leave no row and no count', async () => {
    await inWorld(5, async ({ chats, sandbox, rest }) => {
      const { alice, bob } = chats
      const heard = alertsOf(alice)
      const commands: Message[] = []
      alice.commands$.subscribe(message => void commands.push(message))
      sandbox.faults.set('all', { duplicate: 0.5, reorder: 0.5, latencyMs: 10 })
      bob.conversation(team).send(command('refresh', { since: 5 }))
      await rest()
      expect(commands.map(({ from, body }) => [from, body])).toEqual([
        ['bob', { type: 'command', action: 'refresh', params: { since: 5 } }],
      ])
      expect(heard).toEqual([])
      expect(alice.conversation(team).messages.get().length).toBe(0)
      expect(alice.conversation(team).unread.get().count).toBe(0)
    })
  })
})
