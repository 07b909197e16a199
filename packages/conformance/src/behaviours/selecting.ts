import { direct } from '@parlance/core'
import { describe, expect, it } from 'vitest'
import type { Driver, View } from '../driver.ts'
import type { Talk } from '../hooks.ts'
import { show } from '../show.ts'
import { textOf } from '../textOf.ts'
import { createWorld } from '../world.ts'

/** What changes with the id or key that a hook is given, and what is there while there is none. */
export const selectingBehaviours = (driver: Driver): void => {
  describe('the selected conversation or message', () => {
    it('[BND6] has empty values while there is none, and the same ones each time', async () => {
      const { alice } = await createWorld()
      const seen: unknown[][] = []
      const none: View = hooks => {
        const id = (): undefined => undefined
        const reads = [
          hooks.useMessages(id),
          hooks.useTimeline(id),
          hooks.useUnread(id),
          hooks.useTyping(id),
          hooks.useMessage(id),
          hooks.useMessageStatus(id),
          hooks.useMessageActions(id),
          hooks.useReceipts(id),
          hooks.useGroupReadCount(id),
        ]
        const talk = hooks.useConversation(id)
        const draft = hooks.useDraft(id)
        const readers = hooks.useReaders(id)
        return () => {
          const { id: selected, info, messages, timeline, unread, typing, history, can } = talk()
          const { items, state, hasMore } = readers()
          seen.push([...reads.map(read => read()), selected, info, messages, timeline, unread, typing, history, can, draft().draft])
          return JSON.stringify([...(seen.at(-1) ?? []).map(value => value ?? null), items, state, hasMore])
        }
      }
      const screen = await show(driver, { parts: [none], chat: alice, props: { label: 'first' } })
      const noUnread = { count: 0, exact: true, synced: true, mentions: 0, marked: false }
      const noHistory = { state: 'idle', hasOlder: false, hasNewer: false }
      const noActions = { recall: false, edit: false, retry: false, cancel: false }
      expect(JSON.parse(screen.texts()[0]!)).toEqual([
        ...[[], [], noUnread, [], null, null, noActions, null, null],
        ...[null, null, [], [], noUnread, [], noHistory, { send: false }, null],
        ...[[], 'idle', false],
      ])
      const again = await show(driver, { parts: [none], chat: alice, props: { label: 'second' } })
      expect(again.texts()).toEqual(screen.texts())
      for (const values of seen) expect(values.every((value, index) => Object.is(value, seen[0]![index]))).toBe(true)
    })

    it('[BND6] throws the way out when a command is called while there is none', async () => {
      const { alice } = await createWorld()
      let talk: (() => Talk) | undefined
      let draft: ReturnType<Parameters<View>[0]['useDraft']> | undefined
      await show(driver, {
        parts: [
          hooks => {
            const now = hooks.useConversation(() => undefined)
            const written = hooks.useDraft(() => undefined)
            talk = now
            draft = written
            return () => now().messages.length.toString()
          },
        ],
        chat: alice,
      })
      const sentence = 'No conversation is selected: its id is undefined. Give the hook an id before you call a command.'
      expect(() => talk?.().send('lost')).toThrow(sentence)
      expect(() => talk?.().markRead()).toThrow(sentence)
      expect(() => talk?.().setDraft({ text: 'lost' })).toThrow(sentence)
      expect(() => draft?.().setDraft({ text: 'lost' })).toThrow(sentence)
    })

    it('[BND2] never shows the messages of one under the id of another', async () => {
      const { alice, bob, carol, say, quiet } = await createWorld()
      await say(bob, direct('alice'), 'from bob')
      await say(carol, direct('alice'), 'from carol')
      const mixed: string[] = []
      const view: View = (hooks, props) => {
        const talk = hooks.useConversation(() => props().id)
        const messages = hooks.useMessages(() => props().id)
        const unread = hooks.useUnread(() => props().id)
        return () => {
          const { id } = props()
          const shown = [...talk().messages, ...messages()]
          if (talk().id !== id || shown.some(({ conversation }) => conversation !== id))
            mixed.push(`${String(id)}: ${shown.map(textOf).join()}`)
          return `${messages().map(textOf).join()} ${unread().count.toString()}`
        }
      }
      const screen = await show(driver, { parts: [view], chat: alice, props: { id: direct('bob') } })
      for (const [id, text] of [
        [direct('carol'), 'from carol 1'],
        [direct('bob'), 'from bob 1'],
        [undefined, '0'],
        [direct('carol'), 'from carol 1'],
      ] as const) {
        await screen.update({ id })
        await quiet(screen)
        expect(screen.texts()).toEqual([text])
      }
      expect(mixed).toEqual([])
    })

    it('[BND4] of a key that changes follows the new message only', async () => {
      const { alice, bob, say, quiet, counts, until } = await createWorld()
      const [first, second] = await say(alice, direct('bob'), 'one', 'two')
      const view: View = (hooks, props) => {
        const message = hooks.useMessage(() => props().key)
        const status = hooks.useMessageStatus(() => props().key)
        const receipts = hooks.useReceipts(() => props().key)
        return () => `${message() === undefined ? '' : textOf(message()!)} ${status() ?? ''} ${receipts()?.read?.toString() ?? ''}`
      }
      const screen = await show(driver, { parts: [view], chat: alice, props: { key: first } })
      expect(screen.texts()).toEqual(['one delivered 0'])
      expect(counts.subscriptions).toBe(3)
      await screen.update({ key: second })
      expect(screen.texts()).toEqual(['two delivered 0'])
      expect(counts.subscriptions).toBe(3)
      await until(bob.conversation(direct('alice')).markRead())
      await quiet(screen)
      expect(screen.texts()).toEqual(['two read 1'])
      await screen.update({ key: undefined })
      expect(screen.texts()).toEqual([''])
      expect(counts.subscriptions).toBe(0)
    })
  })
}
