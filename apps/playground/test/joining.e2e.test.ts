import { direct } from '@parlance/core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPage } from './openPage.ts'
import { panelOn } from './panelOn.ts'
import { pageParty, settle } from './settle.ts'
import type { ThreeUsers } from './threeUsers.ts'
import { openThreeUsers } from './threeUsers.ts'

describe('from another tab', () => {
  let three: ThreeUsers

  beforeAll(async () => {
    three = await openThreeUsers('joining')
    await three.page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  })
  afterAll(() => three.close())

  it('Dave joins by the address that the page shows', async () => {
    const { page, panel, complaints } = three
    const alice = panel('alice')
    await page.getByTestId('join-button').click()
    const address = await page.getByTestId('join-address').inputValue()
    expect(address).toContain('user=dave')
    await page.getByTestId('join-copy').click()
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(address)
    await page.keyboard.press('Escape')

    const joined = await openPage(address)
    const dave = panelOn(joined.page, 'dave')
    await dave.root.locator('[data-testid=connection][data-state=online]').waitFor()
    await dave.open(direct('alice'))
    await dave.say('I made it in')
    await settle(pageParty(page), pageParty(joined.page))
    await expect.poll(() => alice.unread(direct('dave'))).toBe(1)
    await alice.open(direct('dave'))
    await alice.message('I made it in').waitFor()
    await settle(pageParty(page), pageParty(joined.page))
    await expect.poll(() => dave.tick('I made it in')).toBe('read')
    expect(joined.complaints).toEqual([])
    expect(complaints).toEqual([])
  })

  it('with a wrong token he is refused in words', async () => {
    const { playground } = three
    const { page } = await openPage(playground.joinUrl('dave', 'vue').replace(playground.token('dave'), 'wrong'))
    const connection = panelOn(page, 'dave').root.locator('[data-testid=connection][data-state=closed]')
    await connection.waitFor()
    expect(await connection.getAttribute('title')).toBe('The token was refused')
  })
})
