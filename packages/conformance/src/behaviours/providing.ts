import { direct } from '@parlance/core'
import { describe, expect, it } from 'vitest'
import type { Driver, View } from '../driver.ts'
import { show } from '../show.ts'
import { textOf } from '../textOf.ts'
import { createWorld } from '../world.ts'
import { countedChat } from '../countedChat.ts'

const state: View = hooks => {
  const connection = hooks.useConnection()
  return () => connection().state
}

/** Where the chat comes from, and who connects it. */
export const providingBehaviours = (driver: Driver): void => {
  describe('the provider', () => {
    it('that is missing throws a sentence that says what to do', async () => {
      await expect(driver.mount({ parts: [state] })).rejects.toThrow(/^There is no chat here: .*pass \{ chat.* \} last\./)
    })

    it('isn’t needed by a hook that is given its chat', async () => {
      const { alice, bob, say } = await createWorld()
      await say(bob, direct('alice'), 'one')
      const chat = (): typeof alice => alice
      const id = (): ReturnType<typeof direct> => direct('bob')
      const view: View = hooks => {
        const given = hooks.useChat({ chat })
        const talk = hooks.useConversation(id, { chat })
        const messages = hooks.useMessages(id, { chat })
        const timeline = hooks.useTimeline(id, { chat })
        const unread = hooks.useUnread(id, { chat })
        const typing = hooks.useTyping(id, { chat })
        const draft = hooks.useDraft(id, { chat })
        const list = hooks.useConversations(() => ({}), { chat })
        const total = hooks.useTotalUnread({ chat })
        const connection = hooks.useConnection({ chat })
        const capabilities = hooks.useCapabilities({ chat })
        const [key] = alice.conversation(id()).messages.get()
        const message = hooks.useMessage(() => key?.key, { chat })
        const status = hooks.useMessageStatus(() => key?.key, { chat })
        const actions = hooks.useMessageActions(() => key?.key, { chat })
        const receipts = hooks.useReceipts(() => key?.key, { chat })
        const count = hooks.useGroupReadCount(() => key?.key, { chat })
        const readers = hooks.useReaders(() => undefined, { chat })
        hooks.useIncoming(() => undefined, { chat })
        return () =>
          JSON.stringify([
            given().self,
            talk().messages.length,
            messages().length,
            timeline().at(-1)?.type,
            unread().count,
            typing(),
            draft().draft ?? 'no draft',
            list().at(0)?.id,
            total().count,
            connection().state,
            capabilities().recall.mode,
            textOf(message()!),
            status() ?? 'no status',
            actions().recall,
            receipts() ?? 'no receipts',
            count() ?? 'no count',
            readers().state,
          ])
      }
      const screen = await show(driver, { parts: [view] })
      expect(JSON.parse(screen.texts()[0]!)).toEqual([
        ...['alice', 1, 1, 'message', 1, [], 'no draft', 'direct:bob', 1, 'online', 'server', 'one'],
        ...['no status', false, 'no receipts', 'no count', 'idle'],
      ])
    })

    it('[BND4] connects after mounting, disconnects after unmounting, and never disposes', async () => {
      const { alice, counts, links, quiet } = await createWorld({ aliceConnects: false })
      const seen: number[] = []
      const view: View = hooks => {
        hooks.onMounted(() => void seen.push(counts.connects))
        return state(hooks, () => ({}))
      }
      const screen = await show(driver, { parts: [view], chat: alice, connect: true })
      await quiet(screen)
      expect(seen).toEqual([0])
      expect(screen.texts()).toEqual(['online'])
      expect(links()).toEqual({ opened: 1, standing: 1 })
      await screen.unmount()
      await quiet()
      expect([counts.connects, counts.disconnects, counts.disposals]).toEqual([1, 1, 0])
      expect(links()).toEqual({ opened: 1, standing: 0 })
    })

    it('[BND4] leaves connecting to others unless it is asked', async () => {
      const { alice, counts, quiet } = await createWorld({ aliceConnects: false })
      const screen = await show(driver, { parts: [state], chat: alice })
      await quiet(screen)
      expect(screen.texts()).toEqual(['offline'])
      await screen.unmount()
      await quiet()
      expect([counts.connects, counts.disconnects]).toEqual([0, 0])
    })

    it('[BND4] ably-chat-js#350: makes one link in StrictMode, which stands until it is unmounted', async () => {
      const { alice, counts, links, quiet } = await createWorld({ aliceConnects: false })
      const screen = await show(driver, { parts: [state], chat: alice, connect: true, strict: true })
      await quiet(screen)
      expect(screen.texts()).toEqual(['online'])
      expect([counts.connects, counts.disconnects, links().opened]).toEqual([1, 0, 1])
      await screen.unmount()
      await quiet()
      expect([counts.disconnects, links().standing]).toEqual([1, 0])
    })

    it('[BND4] sendbird-uikit-react PR#1453: of eight mounts makes one link, which stands until the last is gone', async () => {
      const { alice, counts, links, quiet } = await createWorld({ aliceConnects: false })
      const screens = []
      for (let index = 0; index < 8; index++) screens.push(await show(driver, { parts: [state], chat: alice, connect: true }))
      await quiet(...screens)
      expect(screens.map(screen => screen.texts()[0])).toEqual(Array.from({ length: 8 }, () => 'online'))
      for (const screen of screens.slice(1)) await screen.unmount()
      await quiet()
      expect([counts.connects, counts.disconnects, links().opened, links().standing]).toEqual([1, 0, 1, 1])
      await screens[0]!.unmount()
      await quiet()
      expect([counts.disconnects, links().standing]).toEqual([1, 0])
    })

    it('[BND4] keeps the link when one is unmounted and another mounted at once', async () => {
      const { alice, counts, quiet } = await createWorld({ aliceConnects: false })
      const first = await show(driver, { parts: [state], chat: alice, connect: true })
      await quiet(first)
      const [second] = await Promise.all([show(driver, { parts: [state], chat: alice, connect: true }), first.unmount()])
      await quiet(second)
      expect(second.texts()).toEqual(['online'])
      expect([counts.connects, counts.disconnects]).toEqual([1, 0])
    })

    it('[BND4] [BND2] whose chat changes shows nothing of the account before, and lets go of it', async () => {
      const { alice, counts, bob, carol, say, quiet, chatOf } = await createWorld({ aliceConnects: false })
      const next = countedChat(chatOf('carol'))
      const heard: string[] = []
      const view: View = (hooks, props) => {
        const chat = hooks.useChat()
        const talk = hooks.useConversation(() => props().id)
        const list = hooks.useConversations(() => ({ kind: 'direct' }))
        const total = hooks.useTotalUnread()
        const connection = hooks.useConnection()
        hooks.useIncoming(message => heard.push(`${chat().self} hears ${textOf(message)}`))
        return () =>
          `${chat().self} ${connection().state} ${talk().messages.map(textOf).join()} ${list()
            .map(({ id }) => id)
            .join()} ${total().count.toString()}`
      }
      const screen = await show(driver, { parts: [view], chat: alice, connect: true, props: { id: direct('bob') } })
      await quiet(screen)
      await say(bob, direct('alice'), 'for alice')
      await say(bob, direct('carol'), 'for carol')
      await quiet(screen)
      expect(screen.texts()).toEqual(['alice online for alice direct:bob 1'])

      await screen.provide(next.chat)
      expect(screen.texts()[0]).not.toContain('alice')
      await quiet(screen)
      expect(screen.texts()).toEqual(['carol online for carol direct:bob 1'])
      expect([counts.subscriptions, counts.open, counts.connects, counts.disconnects, counts.disposals]).toEqual([0, 0, 1, 1, 0])
      expect([next.counts.open, next.counts.connects]).toEqual([1, 1])

      await say(bob, direct('carol'), 'more')
      await quiet(screen)
      expect(heard).toEqual(['alice hears for alice', 'carol hears more'])
      await screen.unmount()
      expect([next.counts.subscriptions, next.counts.open]).toEqual([0, 0])
      await quiet()
      expect(next.counts.disconnects).toBe(1)
      expect(carol.self).toBe('carol')
    })

    it('[CON2] stream-chat-react#2393: lets components draw and mount after the chat was disconnected', async () => {
      const { alice, bob, say, quiet, until } = await createWorld()
      await say(bob, direct('alice'), 'one')
      const scene = { parts: ['dot', 'list', state] as const, chat: alice, props: { id: direct('bob') } }
      const screen = await show(driver, scene)
      await until(alice.disconnect())
      await screen.settle()
      expect(screen.texts()).toEqual(['one|1', 'one', 'offline'])
      await screen.update({ id: direct('carol') })
      await screen.update({ id: direct('bob') })
      await quiet(screen)
      expect(screen.texts()).toEqual(['one|1', 'one', 'offline'])
      const late = await show(driver, scene)
      expect(late.texts()).toEqual(['one|1', 'one', 'offline'])
    })

    it('[RES2] lets components draw and unmount after the chat was disposed of', async () => {
      const { alice, bob, say, counts, until } = await createWorld()
      await say(bob, direct('alice'), 'one')
      const screen = await show(driver, { parts: ['dot', 'list', state], chat: alice, connect: true, props: { id: direct('bob') } })
      await until(alice.dispose())
      await screen.update({ id: direct('bob'), label: 'drawn again' })
      expect(screen.texts().slice(0, 2)).toEqual(['one|1', 'one'])
      await screen.unmount()
      expect([counts.subscriptions, counts.open]).toEqual([0, 0])
    })
  })
}
