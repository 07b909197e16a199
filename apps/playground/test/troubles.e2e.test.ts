import { direct } from '@parlance/core'
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closePages, openPage } from './openPage.ts'
import { panelOn } from './panelOn.ts'
import { pageParty, settle } from './settle.ts'
import type { Playground } from './startPlayground.ts'
import { startPlayground } from './startPlayground.ts'

const phone = { width: 360, height: 740 }
const frameworks = ['react', 'vue', 'svelte'] as const

describe('what goes wrong is said', () => {
  let playground: Playground

  beforeAll(async () => {
    playground = await startPlayground('troubles')
  })
  afterAll(async () => {
    await closePages()
    await playground.close()
  })

  const reasonOn = (page: Page) => page.getByTestId('closed').or(page.getByTestId('no-conversations').filter({ hasText: /./ }))

  it.for(frameworks)('why nobody is let in, also on a phone, in %s', async ui => {
    const address = playground.joinUrl('dave', ui)
    const dead = address.replace(encodeURIComponent(playground.server), encodeURIComponent('ws://127.0.0.1:9/'))
    const refused = /^The token was refused\.$/
    const reasons = new Map([
      [address.replace(playground.token('dave'), 'wrong'), refused],
      [dead, /^The server can’t be reached\. It is tried again\.$/],
    ])
    if (ui === 'react') {
      reasons.set(address.replace('user=dave', 'user=nobody'), refused)
      reasons.set(address.replace(/token=[^&]*/, 'token='), refused)
    }
    for (const [url, reason] of reasons) {
      const { page } = await openPage(url, { viewport: phone })
      const text = reasonOn(page).getByText(reason)
      await text.waitFor()
      expect(await text.isVisible()).toBe(true)
      if (reason === refused) {
        const connected = page.evaluate(
          () =>
            new Promise<string>(resolve => {
              const { connection } = Object.values(window.parlance!.chats)[0]!
              const stop = connection.subscribe(({ state }) => {
                if (state !== 'connecting') return
                stop()
                resolve(state)
              })
            }),
        )
        await page.getByTestId('connect').click()
        expect(await connected).toBe('connecting')
        await text.waitFor()
      }
      await page.context().close()
    }
  })

  it.for(frameworks)('where nobody has said anything yet, in %s', async ui => {
    const { page } = await openPage(playground.joinUrl('dave', ui), { viewport: phone })
    const dave = panelOn(page, 'dave')
    await settle(pageParty(page))
    for (const id of await dave.root
      .getByTestId('conversation-row')
      .evaluateAll(rows => rows.map(row => row.getAttribute('data-conversation')!))) {
      await page.evaluate(one => window.parlance!.chats['dave']!.removeConversation(one), id as ReturnType<typeof direct>)
    }
    await page.getByText('No conversations yet').waitFor()
    await page.context().close()
  })

  it('what couldn’t be copied', async () => {
    const { page, complaints } = await openPage(playground.url, { viewport: { width: 1600, height: 900 } })
    await settle(pageParty(page))
    // As over plain http from another host.
    await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true }))
    const outcome = page.getByTestId('join-outcome')
    await page.getByTestId('join-button').click()
    await page.getByTestId('join-copy').click()
    await expect.poll(() => outcome.textContent()).toBe('Copied')
    // Another address is another copy.
    await page.getByLabel('Drawn in').selectOption('vue')
    await expect.poll(() => outcome.textContent()).toBe('')
    await page.evaluate(() => Object.defineProperty(document, 'execCommand', { value: () => false }))
    await page.getByTestId('join-copy').click()
    await expect.poll(() => outcome.textContent()).toBe('Couldn’t copy: take it from the field')
    await page.keyboard.press('Escape')

    for (const user of ['alice', 'bob', 'carol']) {
      const { open, menu, messages, root } = panelOn(page, user)
      await open(direct(user === 'alice' ? 'bob' : 'alice'))
      await settle(pageParty(page))
      await menu(messages.last(), 'copy')
      await expect.poll(() => root.getByTestId('trouble').textContent()).toContain('The text could not be copied.')
    }
    expect(complaints).toEqual([])
    await page.context().close()
  })

  it('that the dev server is gone, and how its knobs stand when it is back', async () => {
    const { page, complaints } = await openPage(playground.joinUrl('alice', 'react'), { viewport: { width: 1600, height: 900 } })
    await settle(pageParty(page))
    await page.getByTestId('tools-button').click()
    const trouble = page.getByTestId('knobs-trouble')
    await page.route('**/__sandbox', route => route.abort())
    await page.getByTestId('cut').click()
    await expect.poll(() => trouble.textContent()).toBe('The dev server can’t be reached.')
    await page.unroute('**/__sandbox')
    await expect.poll(() => trouble.textContent()).toBe('')

    // Somebody else turns them.
    await playground.control({ do: 'faults', user: 'alice', faults: { latencyMs: 150 } })
    await expect.poll(() => page.locator('[data-knob=latencyMs]').inputValue()).toBe('150')
    await playground.control({ do: 'cut', user: 'alice' })
    await expect.poll(() => page.getByTestId('cut').getAttribute('aria-pressed')).toBe('true')
    await playground.control({ do: 'clear' })
    await expect.poll(() => page.getByTestId('cut').getAttribute('aria-pressed')).toBe('false')
    expect(complaints.filter(complaint => !complaint.includes('Failed to load resource'))).toEqual([])
    await page.context().close()
  })
})
