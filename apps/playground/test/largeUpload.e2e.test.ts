import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { direct } from '@parlance/core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bytesLabel } from '../src/shared/format/bytesLabel.ts'
import type { OpenedPage } from './openPage.ts'
import { closePages, openPage } from './openPage.ts'
import { panelOn } from './panelOn.ts'
import { pageParty, settle } from './settle.ts'
import type { Playground } from './startPlayground.ts'
import { startPlayground } from './startPlayground.ts'

/** One is large; a part of a file has 256 KiB. */
const people = [
  { user: 'alice', peer: 'bob', mebibytes: 20 },
  { user: 'bob', peer: 'carol', mebibytes: 6 },
  { user: 'carol', peer: 'alice', mebibytes: 6 },
] as const

/** Bytes of which no two stretches are the same. */
const noise = (length: number): Uint8Array => {
  const numbers = new Uint32Array(length / 4)
  let state = 1
  for (let index = 0; index < numbers.length; index++) numbers[index] = state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
  return new Uint8Array(numbers.buffer)
}
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

describe('a large file', () => {
  let playground: Playground
  let opened: OpenedPage
  let folder: string

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'parlance-upload-'))
    playground = await startPlayground('large-upload')
    opened = await openPage(playground.url, { viewport: { width: 1600, height: 1000 } })
    // So that there is time to see it move.
    await playground.control({ do: 'faults', user: 'all', faults: { latencyMs: 5 } })
  })
  afterAll(async () => {
    await closePages()
    await playground.close()
    await rm(folder, { recursive: true })
  })

  for (const { user, peer, mebibytes } of people) {
    it(`[SND7] of ${mebibytes} MiB shows in ${user}’s panel how far it is, is stopped, is sent again, and arrives whole`, async () => {
      const { page } = opened
      const name = `film of ${user}.zip`
      const path = join(folder, name)
      const bytes = noise(mebibytes * 1024 * 1024)
      await writeFile(path, bytes)
      const from = panelOn(page, user)
      const to = panelOn(page, peer)
      await from.open(direct(peer))
      await to.open(direct(user))
      await settle(pageParty(page))
      const before = await from.messages.count()
      const upload = from.root.getByTestId('upload')
      const tile = from.root.getByTestId('attached')
      /** Every share that is shown from now on. */
      const shares = await from.root.getByTestId('timeline').evaluateHandle(timeline => {
        const seen: number[] = []
        new MutationObserver(() => {
          const now = timeline.querySelector('[data-testid=upload]')?.getAttribute('data-progress')
          if (typeof now === 'string') seen.push(Number(now))
        }).observe(timeline, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-progress'] })
        return seen
      })

      await from.root.getByTestId('attach').click()
      const chooser = page.waitForEvent('filechooser')
      await page.locator('[data-testid=menu] [data-action=file]').click()
      await (await chooser).setFiles(path)
      await tile.waitFor()
      expect(await tile.textContent()).toContain(bytesLabel(bytes.length))
      await from.composer.press('Enter')
      await expect.poll(() => upload.textContent()).toMatch(new RegExp(`[1-9]\\d*% of ${bytesLabel(bytes.length)}`))
      await from.root.getByTestId('upload-stop').click()
      await upload.waitFor({ state: 'detached' })
      // Its file is there again, and nothing was sent.
      await tile.waitFor()
      await settle(pageParty(page))
      expect(await from.messages.count()).toBe(before)
      expect(Math.max(...(await shares.jsonValue()))).toBeLessThan(1)

      await from.composer.press('Enter')
      await settle(pageParty(page))
      expect(await tile.count()).toBe(0)
      const seen = await shares.jsonValue()
      expect(new Set(seen).size).toBeGreaterThan(20)
      expect(seen.at(-1)).toBeGreaterThan(0.9)
      await expect.poll(() => from.messages.count()).toBe(before + 1)
      await expect.poll(() => to.messages.count()).toBe(before + 1)
      const download = page.waitForEvent('download')
      await to.messages.last().getByTestId('file').click()
      const saved = await readFile(await (await download).path())
      expect(saved.length).toBe(bytes.length)
      expect(sha256(saved)).toBe(sha256(bytes))
    })
  }

  it('nothing was thrown or complained about', () => expect(opened.complaints).toEqual([]))
})
