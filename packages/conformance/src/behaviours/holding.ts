import { direct } from '@parlance/core'
import { describe, expect, it } from 'vitest'
import type { Driver, View } from '../driver.ts'
import { show } from '../show.ts'
import { createWorld } from '../world.ts'

const everything: View = (hooks, props) => {
  const id = (): ReturnType<typeof props>['id'] => props().id
  const talk = hooks.useConversation(id)
  const timeline = hooks.useTimeline(id)
  const messages = hooks.useMessages(id, { last: () => 2 })
  const list = hooks.useConversations(() => ({ unreadOnly: true }))
  const typing = hooks.useTyping(id)
  const unread = hooks.useUnread(id)
  const total = hooks.useTotalUnread()
  const connection = hooks.useConnection()
  hooks.useIncoming(() => undefined)
  return () => {
    const { info, history, can, draft } = talk()
    return JSON.stringify([
      info,
      history,
      can,
      draft,
      timeline().length,
      messages().length,
      list().length,
      typing(),
      unread(),
      total(),
      connection(),
    ])
  }
}

const onlyUnread: View = (hooks, props) => {
  const talk = hooks.useConversation(() => props().id)
  return () => talk().unread.count.toString()
}

/** What a component holds while it is mounted, and lets go of. */
export const holdingBehaviours = (driver: Driver): void => {
  describe('a mounted component', () => {
    it.each([false, true])('[BND4] lets go of everything when it is unmounted (StrictMode: %s)', async strict => {
      const { alice, bob, say, counts } = await createWorld()
      await say(bob, direct('alice'), 'one')
      const screen = await show(driver, { parts: [everything, 'list', 'dot'], chat: alice, strict, props: { id: direct('bob') } })
      await say(bob, direct('alice'), 'two')
      await screen.settle()
      expect(counts.subscriptions).toBeGreaterThan(10)
      expect(counts.open).toBe(5)
      await screen.unmount()
      expect([counts.subscriptions, counts.open]).toEqual([0, 0])
    })

    it.each([false, true])('[BND4] subscribes to what it reads, once, and to nothing else (StrictMode: %s)', async strict => {
      const { alice, counts } = await createWorld()
      const screen = await show(driver, { parts: [onlyUnread], chat: alice, strict, props: { id: direct('bob') } })
      expect([counts.subscriptions, counts.open]).toEqual([1, 1])
      await screen.unmount()
      expect([counts.subscriptions, counts.open]).toEqual([0, 0])
    })

    it.each([false, true])('[BND4] [BND6] shares its handle and the page that opening loads with others (StrictMode: %s)', async strict => {
      const { alice, bob, say, quiet, pages } = await createWorld({ aliceConnects: false })
      await say(bob, direct('alice'), 'one', 'two')
      void alice.connect()
      await quiet()
      const handles = new Set<unknown>()
      const reader: View = (hooks, props) => {
        const chat = hooks.useChat()
        const messages = hooks.useMessages(() => props().id)
        return () => {
          handles.add(chat().conversation(direct('bob')))
          return messages().length.toString()
        }
      }
      const before = pages()
      const screen = await show(driver, { parts: [reader, reader, 'list'], chat: alice, strict, props: { id: direct('bob') } })
      await quiet(screen)
      expect(screen.texts()).toEqual(['2', '2', 'onetwo'])
      expect([pages() - before, handles.size]).toEqual([1, 1])
    })

    it('[BND4] keeps the conversation open while one of two is still mounted', async () => {
      const { alice, counts } = await createWorld()
      const scene = { parts: [onlyUnread], chat: alice, props: { id: direct('bob') } }
      const first = await show(driver, scene)
      const second = await show(driver, scene)
      expect(counts.open).toBe(2)
      await first.unmount()
      expect([counts.open, counts.subscriptions]).toEqual([1, 1])
      await second.unmount()
      expect([counts.open, counts.subscriptions]).toEqual([0, 0])
    })

    it('[BND4] opens no conversation where it was asked not to, nor for what shows none', async () => {
      const { alice, counts } = await createWorld()
      const closed: View = (hooks, props) => {
        const id = (): ReturnType<typeof props>['id'] => props().id
        const talk = hooks.useConversation(id, { open: false })
        const messages = hooks.useMessages(id, { open: false })
        const timeline = hooks.useTimeline(id, { open: false })
        const unread = hooks.useUnread(id)
        const typing = hooks.useTyping(id)
        const draft = hooks.useDraft(id)
        return () =>
          [talk().messages.length, messages().length, timeline().length, unread().count, typing().length, draft().draft?.text].join()
      }
      const screen = await show(driver, { parts: [closed], chat: alice, props: { id: direct('bob') } })
      expect(screen.texts()).toEqual(['0,0,0,0,0,'])
      expect(counts.open).toBe(0)
    })

    it('[BND4] opens and closes with the conversation that is selected', async () => {
      const { alice, bob, carol, say, quiet, counts } = await createWorld()
      await say(bob, direct('alice'), 'one')
      await say(carol, direct('alice'), 'other')
      const screen = await show(driver, { parts: [onlyUnread], chat: alice, props: {} })
      expect(counts.open).toBe(0)
      await screen.update({ id: direct('bob') })
      expect(counts.open).toBe(1)
      await screen.update({ id: direct('carol') })
      await quiet(screen)
      expect([counts.open, counts.subscriptions]).toEqual([1, 1])
      await screen.update({ id: undefined })
      expect([counts.open, counts.subscriptions]).toEqual([0, 0])
    })
  })
}
