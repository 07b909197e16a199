import { direct, group } from '@parlance/core'
import { describe, expect, it } from 'vitest'
import type { Driver, View } from '../driver.ts'
import { show } from '../show.ts'
import { textOf } from '../textOf.ts'
import { createWorld } from '../world.ts'

/** A view, and how often it was drawn. */
const counted = (view: View): { readonly view: View; readonly draws: () => number } => {
  let draws = 0
  return {
    draws: () => draws,
    view: (hooks, props) => {
      const draw = view(hooks, props)
      return () => {
        draws++
        return draw()
      }
    },
  }
}

/** What is drawn anew, and what isn't. */
export const drawingBehaviours = (driver: Driver): void => {
  describe('drawing', () => {
    it('[BND2] shows one version in all readers of a batch', async () => {
      const { alice, bob, say } = await createWorld()
      const id = direct('bob')
      const torn: string[] = []
      const whole: View = hooks => {
        const talk = hooks.useConversation(() => id)
        const messages = hooks.useMessages(() => id)
        const unread = hooks.useUnread(() => id)
        const list = hooks.useConversations(() => ({}))
        return () => {
          const { info, messages: ofTalk } = talk()
          const seen = [messages().length, ofTalk.length, unread().count, list().at(0)?.unread.count ?? 0]
          const last = [messages().at(-1)?.key, info?.last?.key, list().at(0)?.last?.key]
          if (new Set(seen).size !== 1 || new Set(last).size !== 1) torn.push(`${seen.join()} ${last.join()}`)
          return seen.join()
        }
      }
      const screen = await show(driver, { parts: [whole, whole], chat: alice })
      for (const texts of [['one'], ['two', 'three'], ['four']]) {
        await say(bob, direct('alice'), ...texts)
        await screen.settle()
      }
      expect(screen.texts()).toEqual(['4,4,4,4', '4,4,4,4'])
      expect(torn).toEqual([])
    })

    it('[BND3] follows a read mark in the messages that it crosses and in no other', async () => {
      const { alice, bob, say, quiet, until } = await createWorld()
      const keys = await say(alice, direct('bob'), 'one', 'two', 'three')
      const rows = keys.map(key => counted(hooks => hooks.useMessageStatus(() => key) as () => string))
      const screen = await show(driver, { parts: rows.map(({ view }) => view), chat: alice })
      const toBob = bob.conversation(direct('alice'))
      const close = toBob.open()
      await quiet(screen)
      const before = rows.map(({ draws }) => draws())
      const second = toBob.messages.get().find(message => textOf(message) === 'two')
      await until(toBob.markRead({ upTo: second!.key }))
      await quiet(screen)
      expect(screen.texts()).toEqual(['read', 'read', 'delivered'])
      expect(rows.map(({ draws }, index) => draws() - before[index]!)).toEqual([1, 1, 0])
      close()
    })

    it('[BND3] stream-chat-react-native#2013: draws no message anew because somebody types', async () => {
      const { alice, bob, say, quiet } = await createWorld()
      await say(bob, direct('alice'), 'one')
      const messages = counted(hooks => {
        const all = hooks.useMessages(() => direct('bob'))
        return () => all().map(textOf).join()
      })
      const typing = counted(hooks => {
        const who = hooks.useTyping(() => direct('bob'))
        return () => who().join()
      })
      const screen = await show(driver, { parts: [messages.view, typing.view], chat: alice })
      await quiet(screen)
      const before = [messages.draws(), typing.draws()]
      bob.conversation(direct('alice')).setTyping(true)
      await quiet(screen)
      expect(screen.texts()).toEqual(['one', 'bob'])
      expect([messages.draws() - before[0]!, typing.draws() - before[1]!]).toEqual([0, 1])
    })

    it('[BND3] stream-chat-react#1955: draws no other row anew for a new message', async () => {
      const { alice, bob, say } = await createWorld()
      await say(bob, direct('alice'), 'one', 'two')
      const keys = alice
        .conversation(direct('bob'))
        .messages.get()
        .map(({ key }) => key)
      const rows = keys.map(key =>
        counted(hooks => {
          const message = hooks.useMessage(() => key)
          return () => textOf(message()!)
        }),
      )
      const screen = await show(driver, { parts: rows.map(({ view }) => view), chat: alice })
      await say(bob, direct('alice'), 'three')
      await screen.settle()
      expect(screen.texts()).toEqual(['one', 'two'])
      expect(rows.map(({ draws }) => draws())).toEqual([1, 1])
    })

    it('[BND3] stream-chat-react-native#2013: draws no message anew for each of my keystrokes', async () => {
      const { alice, bob, say, quiet } = await createWorld()
      await say(bob, direct('alice'), 'one', 'two')
      const talk = counted(hooks => {
        const view = hooks.useConversation(() => direct('bob'))
        return () => view().messages.map(textOf).join()
      })
      const composer = counted(hooks => {
        const draft = hooks.useDraft(() => direct('bob'))
        return () => draft().draft?.text ?? ''
      })
      const screen = await show(driver, { parts: [talk.view, composer.view], chat: alice })
      await quiet(screen)
      const before = [talk.draws(), composer.draws()]
      for (const text of ['h', 'he', 'hey']) {
        alice.conversation(direct('bob')).setTyping(true)
        alice.conversation(direct('bob')).setDraft({ text })
        await screen.settle()
      }
      await quiet(screen)
      expect(screen.texts()).toEqual(['one,two', 'hey'])
      expect([talk.draws() - before[0]!, composer.draws() - before[1]!]).toEqual([0, 3])
    })

    it('[BND3] draws nothing anew for what happens in another conversation', async () => {
      const { alice, bob, carol, say, quiet } = await createWorld()
      await say(bob, direct('alice'), 'one')
      const talk = counted(hooks => {
        const view = hooks.useConversation(() => direct('bob'))
        return () => `${view().messages.length.toString()} ${view().unread.count.toString()} ${view().info?.last?.key ?? ''}`
      })
      const groups = counted(hooks => {
        const list = hooks.useConversations(() => ({ kind: 'group' }))
        return () => list().length.toString()
      })
      const screen = await show(driver, { parts: [talk.view, groups.view], chat: alice })
      await quiet(screen)
      const before = [talk.draws(), groups.draws()]
      await say(carol, direct('alice'), 'elsewhere')
      await screen.settle()
      expect([talk.draws(), groups.draws()]).toEqual(before)
    })

    it('[BND3] of the newest few draws nothing anew when older ones are loaded', async () => {
      const { alice, bob, say, quiet, chatOf, until } = await createWorld()
      await say(bob, group('team'), ...Array.from({ length: 30 }, (_, index) => index.toString()))
      await until(alice.disconnect())
      const tablet = chatOf('alice')
      void tablet.connect()
      await quiet()
      const newest = counted(hooks => {
        const last = hooks.useMessages(() => group('team'), { last: () => 3 })
        return () => last().map(textOf).join()
      })
      const screen = await show(driver, { parts: [newest.view], chat: tablet })
      await quiet(screen)
      expect(screen.texts()).toEqual(['27,28,29'])
      const before = newest.draws()
      const loaded = tablet.conversation(group('team')).messages.get().length
      await until(tablet.conversation(group('team')).loadOlder({ count: 5 }))
      await quiet(screen)
      expect(tablet.conversation(group('team')).messages.get().length).toBe(Math.min(loaded + 5, 30))
      expect(newest.draws()).toBe(before)
    })

    it('[BND3] deltachat-desktop#781: of a catch-up isn’t done once per message', async () => {
      const { alice, bob, say, quiet, until } = await createWorld()
      await say(bob, direct('alice'), 'before')
      const list = counted(hooks => {
        const messages = hooks.useMessages(() => direct('bob'))
        return () => messages().length.toString()
      })
      const screen = await show(driver, { parts: [list.view], chat: alice })
      await quiet(screen)
      await until(alice.disconnect())
      await say(bob, direct('alice'), ...Array.from({ length: 50 }, (_, index) => index.toString()))
      const before = list.draws()
      void alice.connect()
      await quiet(screen)
      expect(screen.texts()).toEqual(['51'])
      expect(list.draws() - before).toBeLessThan(10)
    })
  })
}
