import { direct, group } from '@parlance/core'
import type { Message } from '@parlance/core'
import { describe, expect, it } from 'vitest'
import type { Driver, View } from '../driver.ts'
import type { DraftCell } from '../hooks.ts'
import { show } from '../show.ts'
import { textOf } from '../textOf.ts'
import { createWorld } from '../world.ts'

/** What the finer hooks show while things happen. */
export const valuesBehaviours = (driver: Driver): void => {
  describe('a hook', () => {
    it('[RCP1] shows the tick of a message from queued to read, and its receipts', async () => {
      const { alice, bob, quiet, until } = await createWorld({ aliceConnects: false })
      const key = alice.conversation(direct('bob')).send('hello')
      const ticks: string[] = []
      const view: View = hooks => {
        const status = hooks.useMessageStatus(() => key)
        const receipts = hooks.useReceipts(() => key)
        return () => {
          const tick = status() ?? ''
          if (ticks.at(-1) !== tick) ticks.push(tick)
          return `${tick} ${receipts()?.delivered?.toString() ?? '?'} ${receipts()?.read?.toString() ?? '?'}`
        }
      }
      const screen = await show(driver, { parts: [view], chat: alice })
      void alice.connect()
      await quiet(screen)
      expect(screen.texts()).toEqual(['delivered 1 0'])
      await until(bob.conversation(direct('alice')).markRead())
      await quiet(screen)
      expect(screen.texts()).toEqual(['read 1 1'])
      expect([ticks[0], ticks.at(-1)]).toEqual(['queued', 'read'])
    })

    it('[ID1] shows what a message answers, as it is now', async () => {
      const { alice, bob, say, quiet, until } = await createWorld()
      const [first] = await say(bob, direct('alice'), 'one')
      const answered = bob.message(first ?? '').get()
      const key = alice.conversation(direct('bob')).send('yes', { ...(answered?.id !== undefined && { replyTo: { id: answered.id } }) })
      const view: View = hooks => {
        const quote = hooks.useRepliedTo(() => key)
        return () => {
          const message = quote()
          return message === undefined ? 'nothing' : textOf(message)
        }
      }
      const screen = await show(driver, { parts: [view], chat: alice })
      await quiet(screen)
      expect(screen.texts()).toEqual(['one'])
      await until(bob.conversation(direct('alice')).edit(first ?? '', 'better'))
      await quiet(screen)
      expect(screen.texts()).toEqual(['better'])
    })

    it('[RCP4] shows how many of a group have read, and by name who', async () => {
      const { alice, bob, carol, quiet, counts, until } = await createWorld()
      const key = alice.conversation(group('team')).send('hello', { wantsReadCount: true })
      await quiet()
      const count: View = hooks => {
        const read = hooks.useGroupReadCount(() => key)
        return () => read()?.toString() ?? 'no count'
      }
      const counter = await show(driver, { parts: [count], chat: alice })
      expect(counter.texts()).toEqual(['0'])
      for (const chat of [bob, carol]) await until(chat.conversation(group('team')).markRead())
      await quiet(counter)
      expect(counter.texts()).toEqual(['2'])
      // The names are asked for by who shows them, page by page.
      expect(counts.readerPages).toBe(0)
      let more: (() => Promise<unknown>) | undefined
      const names: View = hooks => {
        const readers = hooks.useReaders(() => key)
        return () => {
          const { items, state, hasMore, loadMore } = readers()
          more = loadMore
          return `${items.map(({ user }) => user).join()} ${state} ${hasMore.toString()}`
        }
      }
      const list = await show(driver, { parts: [names], chat: alice, strict: true })
      await quiet(list)
      expect(list.texts()).toEqual(['bob idle true'])
      await until(alice.disconnect())
      await more?.()
      await list.settle()
      expect(list.texts()).toEqual(['bob failed true'])
      void alice.connect()
      await quiet(list)
      await Promise.all([more?.(), more?.(), quiet()])
      await list.settle()
      expect(list.texts()).toEqual(['bob,carol idle false'])
      await more?.()
      expect(counts.readerPages).toBe(3)
    })

    it('[RCP5] says of a message that isn’t here that its readers can’t be asked for', async () => {
      const { alice, quiet } = await createWorld()
      const view: View = hooks => {
        const readers = hooks.useReaders(() => 'nowhere')
        return () => `${readers().items.length.toString()} ${readers().state} ${readers().error?.code ?? ''}`
      }
      const screen = await show(driver, { parts: [view], chat: alice })
      await quiet(screen)
      expect(screen.texts()).toEqual(['0 failed notFound'])
    })

    it('[RCL4] shows what may be done with a message until its time is over', async () => {
      const { alice, say, clock, quiet } = await createWorld()
      const [key] = await say(alice, direct('bob'), 'hello')
      const view: View = hooks => {
        const actions = hooks.useMessageActions(() => key)
        return () => (actions().recall ? 'may recall' : 'may not')
      }
      const screen = await show(driver, { parts: [view], chat: alice })
      expect(screen.texts()).toEqual(['may recall'])
      await clock.advance(121_000)
      await quiet(screen)
      expect(screen.texts()).toEqual(['may not'])
    })

    it('[RCL1] shows a recalled message as such', async () => {
      const { alice, bob, say, quiet, until } = await createWorld()
      const [key] = await say(bob, direct('alice'), 'oops')
      const screen = await show(driver, { parts: ['list', 'dot'], chat: alice, props: { id: direct('bob') } })
      await until(bob.conversation(direct('alice')).recall(key!))
      await quiet(screen)
      expect(screen.texts()).toEqual(['recalled', 'recalled|0'])
    })

    it('[RCV7] stream-chat-react-native#611: shows who types, and no longer when the end of it was lost', async () => {
      const { alice, bob, say, clock, quiet, until } = await createWorld()
      await say(bob, direct('alice'), 'one')
      const view: View = hooks => {
        const typing = hooks.useTyping(() => direct('bob'))
        return () => typing().join()
      }
      const screen = await show(driver, { parts: [view], chat: alice })
      bob.conversation(direct('alice')).setTyping(true)
      await quiet(screen)
      expect(screen.texts()).toEqual(['bob'])
      await until(bob.disconnect())
      await clock.advance(11_000)
      await quiet(screen)
      expect(screen.texts()).toEqual([''])
    })

    it('[UNR6] shows the unread of one conversation and of all', async () => {
      const { alice, bob, carol, say, quiet, until } = await createWorld()
      const view: View = hooks => {
        const unread = hooks.useUnread(() => direct('bob'))
        const total = hooks.useTotalUnread()
        const list = hooks.useConversations(() => ({ unreadOnly: true, kind: 'direct' }))
        return () =>
          `${unread().count.toString()} ${total().count.toString()} ${list()
            .map(({ id }) => id)
            .join()}`
      }
      const screen = await show(driver, { parts: [view], chat: alice })
      expect(screen.texts()).toEqual(['0 0'])
      await say(carol, direct('alice'), 'hello')
      await say(bob, direct('alice'), 'one', 'two')
      await screen.settle()
      expect(screen.texts()).toEqual(['2 3 direct:bob,direct:carol'])
      await until(alice.conversation(direct('bob')).markRead())
      await quiet(screen)
      expect(screen.texts()).toEqual(['0 1 direct:carol'])
    })

    it('[CNV5] deltachat-desktop#3733: keeps a draft with its conversation', async () => {
      const { alice, quiet } = await createWorld()
      let cell: (() => DraftCell) | undefined
      const view: View = (hooks, props) => {
        const draft = hooks.useDraft(() => props().id)
        cell = draft
        return () => draft().draft?.text ?? 'empty'
      }
      const screen = await show(driver, { parts: [view], chat: alice, props: { id: direct('bob') } })
      cell?.().setDraft({ text: 'for bob' })
      await screen.settle()
      expect(screen.texts()).toEqual(['for bob'])
      await screen.update({ id: direct('carol') })
      expect(screen.texts()).toEqual(['empty'])
      cell?.().setDraft({ text: 'for carol' })
      await screen.update({ id: direct('bob') })
      expect(screen.texts()).toEqual(['for bob'])
      expect(alice.conversation(direct('carol')).draft.get()?.text).toBe('for carol')
      cell?.().setDraft(undefined)
      await quiet(screen)
      expect(screen.texts()).toEqual(['empty'])
    })

    it('[CNV5] bound to an input keeps what is typed, the caret, and the conversation it belongs to', async () => {
      const { alice, quiet } = await createWorld()
      const screen = await show(driver, { parts: ['composer'], chat: alice, props: { id: direct('bob') } })
      const input = screen.element.querySelector('input')!
      const type = (text: string, caret: number): void => {
        // As a person would: the value set past the framework, then the event.
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, text)
        input.setSelectionRange(caret, caret)
        input.dispatchEvent(new Event('input', { bubbles: true }))
      }
      type('helo', 4)
      await screen.settle()
      type('hello', 3)
      await quiet(screen)
      expect([input.value, input.selectionStart, alice.conversation(direct('bob')).draft.get()?.text]).toEqual(['hello', 3, 'hello'])
      await screen.update({ id: direct('carol') })
      expect(input.value).toBe('')
      await screen.update({ id: direct('bob') })
      expect(input.value).toBe('hello')
    })

    it('[RCV9] calls the latest callback, once per message, only while mounted', async () => {
      const { alice, bob, say, counts } = await createWorld()
      const heard: string[] = []
      const view: View = (hooks, props) => {
        hooks.useIncoming((message: Message) => heard.push(`${props().label ?? ''} ${textOf(message)}`))
        return () => ''
      }
      const screen = await show(driver, { parts: [view], chat: alice, props: { label: 'first' }, strict: true })
      expect(counts.subscriptions).toBe(1)
      await say(bob, direct('alice'), 'one')
      await screen.update({ label: 'second' })
      await say(bob, direct('alice'), 'two')
      await screen.unmount()
      await say(bob, direct('alice'), 'three')
      expect(heard).toEqual(['first one', 'second two'])
      expect(counts.subscriptions).toBe(0)
    })

    it('[CON1] shows the state of the link', async () => {
      const { alice, quiet, until } = await createWorld({ aliceConnects: false })
      const states: string[] = []
      const view: View = hooks => {
        const connection = hooks.useConnection()
        const capabilities = hooks.useCapabilities()
        return () => {
          if (states.at(-1) !== connection().state) states.push(connection().state)
          return `${connection().state} ${capabilities().recall.mode}`
        }
      }
      const screen = await show(driver, { parts: [view], chat: alice })
      expect(screen.texts()).toEqual(['offline server'])
      void alice.connect()
      await quiet(screen)
      expect(screen.texts()).toEqual(['online server'])
      await until(alice.disconnect())
      await screen.settle()
      expect(screen.texts()).toEqual(['offline server'])
      expect([states[0], states.at(-2), states.at(-1)]).toEqual(['offline', 'online', 'offline'])
    })
  })
}
