import { direct } from '@parlance/core'
import type { Message } from '@parlance/core'
import { describe, expect, it } from 'vitest'
import type { Driver, View } from '../driver.ts'
import { show } from '../show.ts'
import { textOf } from '../textOf.ts'
import { createWorld } from '../world.ts'

/** What stays one object, and who is in nobody's way. */
export const sharingBehaviours = (driver: Driver): void => {
  describe('what is shared', () => {
    it('[BND6] keeps the identity of what didn’t change', async () => {
      const { alice, bob, say } = await createWorld()
      await say(bob, direct('alice'), 'one', 'two')
      let shown: readonly Message[] = []
      const view: View = hooks => {
        const messages = hooks.useMessages(() => direct('bob'))
        return () => {
          shown = messages().toArray()
          return shown.map(textOf).join()
        }
      }
      const screen = await show(driver, { parts: [view], chat: alice })
      const before = shown
      await say(bob, direct('alice'), 'three')
      await screen.settle()
      expect(screen.texts()).toEqual(['one,two,three'])
      expect(shown.slice(0, 2).map((message, index) => message === before[index])).toEqual([true, true])
    })

    it('[BND6] gives the same commands draw after draw', async () => {
      const { alice, bob, say } = await createWorld()
      const sends = new Set<unknown>()
      const view: View = hooks => {
        const talk = hooks.useConversation(() => direct('bob'))
        return () => {
          const { messages, send } = talk()
          sends.add(send)
          return messages.length.toString()
        }
      }
      const screen = await show(driver, { parts: [view], chat: alice })
      await say(bob, direct('alice'), 'one')
      await screen.settle()
      expect(screen.texts()).toEqual(['1'])
      expect(sends.size).toBe(1)
    })

    it('[BND7] isn’t disturbed by a subscriber that throws, which is reported', async () => {
      const { alice, bob, say } = await createWorld()
      const errors: string[] = []
      alice.errors$.subscribe(({ code }) => errors.push(code))
      const stop = alice.conversation(direct('bob')).messages.subscribe(messages => {
        if (messages.length > 0) throw new Error('a careless subscriber')
      })
      const screen = await show(driver, { parts: ['dot', 'list'], chat: alice, props: { id: direct('bob') } })
      await say(bob, direct('alice'), 'one')
      await screen.settle()
      expect(screen.texts()).toEqual(['one|1', 'one'])
      expect(errors).toContain('internal')
      stop()
    })

    it('[BND7] takes a command inside of a callback at once', async () => {
      const { alice, bob, say, quiet } = await createWorld()
      const read: string[] = []
      const view: View = hooks => {
        const chat = hooks.useChat()
        const messages = hooks.useMessages(() => direct('bob'))
        hooks.useIncoming(message => {
          const talk = chat().conversation(message.conversation)
          talk.send(`re: ${textOf(message)}`)
          read.push(textOf(talk.messages.get().at(-1)!))
        })
        return () => messages().map(textOf).join()
      }
      const screen = await show(driver, { parts: [view], chat: alice })
      await say(bob, direct('alice'), 'hello')
      await quiet(screen)
      expect(read).toEqual(['re: hello'])
      expect(screen.texts()).toEqual(['hello,re: hello'])
    })
  })
}
