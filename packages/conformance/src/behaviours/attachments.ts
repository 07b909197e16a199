import { direct, image } from '@parlance/core'
import type { LocalFile, MessageKey } from '@parlance/core'
import { downloads } from '@parlance/core/attachments'
import { describe, expect, it } from 'vitest'
import type { Driver, View } from '../driver.ts'
import type { AttachmentsCell, DownloadCell } from '../hooks.ts'
import { show } from '../show.ts'
import type { World } from '../world.ts'
import { createWorld } from '../world.ts'

/** Files that a composer holds, and files that messages have. */
export const attachmentsBehaviours = (driver: Driver): void => {
  describe('staged files', () => {
    const words = (name: string): File => new File(['words'], name, { type: 'text/plain' })
    /** Shows the names of staged files; `cells` holds what each part sees. */
    const composer = () => {
      const cells: AttachmentsCell[] = []
      const view: View = (hooks, props) => {
        const attachments = hooks.useAttachments(() => props().id)
        return () => {
          const cell = attachments()
          cells.push(cell)
          return cell.items.map(({ name, state }) => `${name} ${state}`).join()
        }
      }
      return { view, now: () => cells.at(-1)! }
    }

    it('[ATT4] are shown by all who show the conversation, and leave when they are sent', async () => {
      const { alice, quiet } = await createWorld()
      const { view, now } = composer()
      const screen = await show(driver, { parts: [view, view, 'list'], chat: alice, props: { id: direct('bob') } })
      expect(screen.texts()).toEqual(['', '', ''])
      now().add([words('a.txt'), words('b.txt')])
      await screen.settle()
      expect(screen.texts().slice(0, 2)).toEqual(['a.txt ready,b.txt ready', 'a.txt ready,b.txt ready'])
      now().remove(now().items[0]!.id)
      await screen.settle()
      expect(screen.texts()[1]).toBe('b.txt ready')
      expect(now().sendAll({ text: 'look' })).toHaveLength(2)
      await quiet(screen)
      expect(screen.texts().slice(0, 2)).toEqual(['', ''])
      expect(
        alice
          .conversation(direct('bob'))
          .messages.get()
          .map(({ body }) => body?.type),
      ).toEqual(['text', 'file'])
    })

    it('[ATT4] stay with their conversation, whatever is mounted and selected', async () => {
      const { alice, counts } = await createWorld()
      const { view, now } = composer()
      const screen = await show(driver, { parts: [view], chat: alice, props: { id: direct('bob') } })
      now().add([words('for bob')])
      await screen.settle()
      await screen.update({ id: direct('carol') })
      expect(screen.texts()).toEqual([''])
      await screen.update({ id: undefined })
      expect(screen.texts()).toEqual([''])
      expect(() => now().add([words('for nobody')])).toThrow(/^No conversation is selected/)
      await screen.unmount()
      expect(counts.subscriptions).toBe(0)
      const again = await show(driver, { parts: [view], chat: alice, props: { id: direct('bob') } })
      expect(again.texts()).toEqual(['for bob ready'])
    })
  })

  describe('downloads', () => {
    /** A picture of Bob's, and a store that answers when the test says so. */
    const picture = async (world: World) => {
      const { alice, bob, quiet } = world
      const asked: { readonly signal: AbortSignal | undefined; readonly answer: () => void }[] = []
      downloads(alice, {
        downloader: {
          download: (_file, { signal } = {}) =>
            new Promise<LocalFile>(resolve => {
              asked.push({ signal, answer: () => resolve({ path: '/tmp/lake.png', size: 9 }) })
            }),
        },
      })
      const url = 'https://files.example/lake.png'
      bob.conversation(direct('alice')).send(image({ name: 'lake.png', mime: 'image/png', size: 9, url }))
      await quiet()
      return { asked, key: alice.conversation(direct('bob')).messages.get().at(-1)!.key }
    }
    const shown = (options: { readonly eager?: boolean } = {}) => {
      const cells: DownloadCell[] = []
      const view: View = (hooks, props) => {
        const file = hooks.useDownload(() => props().key, options)
        return () => {
          const cell = file()
          cells.push(cell)
          return [cell.state, cell.progress, cell.url, cell.error?.code].join(' ').trim()
        }
      }
      return { view, now: () => cells.at(-1)! }
    }

    it('[ATT2] wait until somebody asks, and can be cancelled', async () => {
      const world = await createWorld()
      const { asked, key } = await picture(world)
      const { view, now } = shown()
      const screen = await show(driver, { parts: [view], chat: world.alice, props: { key } })
      expect([screen.texts(), asked.length]).toEqual([['idle'], 0])
      void now().start()
      await screen.settle()
      expect(screen.texts()).toEqual(['loading'])
      now().cancel()
      await screen.settle()
      expect(screen.texts()).toEqual(['idle'])
      const outcome = now().start()
      asked[1]!.answer()
      expect(await outcome).toEqual({ ok: true, value: '/tmp/lake.png' })
      await screen.settle()
      expect(screen.texts()[0]?.replace(/ +/, ' ')).toBe('ready /tmp/lake.png')
    })

    it.each([false, true])('[ATT2] [BND4] are fetched while they are shown, once (StrictMode: %s)', async strict => {
      const world = await createWorld()
      const { asked, key } = await picture(world)
      const { view } = shown({ eager: true })
      const scene = { parts: [view, view], chat: world.alice, strict, props: { key } }
      const screen = await show(driver, scene)
      await world.quiet(screen)
      expect(asked.map(({ signal }) => signal?.aborted)).toEqual([false])
      await screen.unmount()
      await world.quiet()
      expect(asked.map(({ signal }) => signal?.aborted)).toEqual([true])
      const again = await show(driver, scene)
      asked[1]!.answer()
      await world.quiet(again)
      expect(again.texts().map(text => text.split(' ')[0])).toEqual(['ready', 'ready'])
      await again.unmount()
      expect(world.counts.subscriptions).toBe(0)
    })

    it('[ATT3] [RCL1] are gone with their message', async () => {
      const world = await createWorld()
      const { asked, key } = await picture(world)
      const { view } = shown({ eager: true })
      const screen = await show(driver, { parts: [view], chat: world.alice, props: { key } })
      asked[0]!.answer()
      await world.quiet(screen)
      expect(screen.texts()[0]).toMatch(/^ready/)
      const talk = world.bob.conversation(direct('alice'))
      await world.until(talk.recall(talk.messages.get().at(-1)!.key))
      await world.quiet(screen)
      expect(screen.texts()).toEqual(['idle'])
    })

    it('[ATT2] are none where no message is selected', async () => {
      const world = await createWorld()
      const { key }: { readonly key: MessageKey } = await picture(world)
      const { view, now } = shown({ eager: true })
      const screen = await show(driver, { parts: [view], chat: world.alice, props: {} })
      expect(screen.texts()).toEqual(['idle'])
      expect(() => now().start()).toThrow(/^No message is selected/)
      await screen.update({ key })
      expect(screen.texts()).toEqual(['loading'])
    })
  })
}
