import { direct, image } from '@parlance/core'
import { describe, expect, it } from 'vitest'
import { countedChat } from './countedChat.ts'
import type { ServerDriver, View } from './driver.ts'
import { serverChat, serverScene } from './serverScene.ts'
import { createWorld } from './world.ts'

/** What every binding does on a server. `serverHtml` is what the browser tests take over. */
export const describeServer = (driver: ServerDriver, serverHtml: string): void => {
  describe(`the ${driver.framework} binding on a server`, () => {
    it('[BND5] stream-chat-react#1623: draws a hundred times without a window, a subscription, an open conversation or a link', async () => {
      expect(typeof window).toBe('undefined')
      const { chat, counts } = countedChat(await serverChat(await createWorld()))
      for (let time = 0; time < 100; time++) expect(await driver.render(serverScene(chat))).toContain('one')
      expect(counts).toEqual({ subscriptions: 0, subscribed: 0, open: 0, connects: 0, disconnects: 0, disposals: 0, readerPages: 0 })
    })

    it('[BND5] fetches no file and holds none', async () => {
      const world = await createWorld()
      world.bob
        .conversation(direct('alice'))
        .send(image({ name: 'lake.png', mime: 'image/png', size: 9, url: 'https://files.example/lake' }))
      await world.quiet()
      const { chat, counts } = countedChat(world.chatOf('alice', { snapshot: world.alice.snapshot() }))
      const key = chat.conversation(direct('bob')).messages.get().at(-1)?.key
      const view: View = hooks => {
        const file = hooks.useDownload(() => key, { eager: true })
        const attachments = hooks.useAttachments(() => direct('bob'))
        return () => `${file().state}, ${attachments().items.length.toString()} staged`
      }
      expect(await driver.render({ parts: [view], chat })).toContain('idle, 0 staged')
      expect(counts.subscribed).toBe(0)
    })

    it('[BND5] draws the HTML that a browser takes over', async () => {
      expect(await driver.render(serverScene(await serverChat(await createWorld())))).toBe(serverHtml)
    })
  })
}
