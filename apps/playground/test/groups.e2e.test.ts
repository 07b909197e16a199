import { room } from '@parlance/core'
import type { Locator } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PanelOn } from './panelOn.ts'
import type { ThreeUsers, User } from './threeUsers.ts'
import { openThreeUsers, users } from './threeUsers.ts'

/** Each framework founds, is taken in, and says no. */
const casts = [
  { owner: 'alice', comer: 'bob', decliner: 'carol' },
  { owner: 'bob', comer: 'carol', decliner: 'alice' },
  { owner: 'carol', comer: 'alice', decliner: 'bob' },
] as const

describe('groups and rooms in three panels', () => {
  let three: ThreeUsers
  const panel = (user: User): PanelOn => three.panel(user)
  const settled = (): Promise<void> => three.settled()

  beforeAll(async () => {
    three = await openThreeUsers('groups')
    for (const user of users) await panel(user).leave()
    await settled()
  })
  afterAll(() => three.close())

  const beginNew = async (user: User, action: string): Promise<void> => {
    await panel(user).root.getByTestId('new').click()
    await three.page.locator(`[data-testid=menu] [data-action=${action}]`).click()
  }
  const info = (user: User): Locator => panel(user).root.getByTestId('info')
  const member = (user: User, who: string): Locator => info(user).locator(`[data-testid=member][data-user="${who}"]`)
  const invited = (user: User, who: string): Locator => info(user).locator(`[data-testid=invited][data-user="${who}"]`)
  const openInfo = async (user: User): Promise<void> => {
    if ((await info(user).count()) === 0) await panel(user).root.getByTestId('info-button').click()
    await member(user, user).or(info(user).getByTestId('rights')).first().waitFor()
  }
  const closeInfo = async (user: User): Promise<void> => {
    if ((await info(user).count()) > 0) await three.page.keyboard.press('Escape')
    await info(user).waitFor({ state: 'detached' })
  }
  const choose = async (row: Locator, action: string): Promise<void> => {
    await row.getByTestId('menu-button').click()
    await three.page.locator(`[data-testid=menu] [data-action=${action}]`).click()
  }
  const offers = async (row: Locator): Promise<readonly (string | null)[]> => {
    await row.getByTestId('menu-button').click()
    const items = three.page.getByTestId('menu').getByRole('menuitem')
    await items.first().waitFor()
    const ids = await items.evaluateAll(all => all.map(item => item.getAttribute('data-action')))
    await three.page.keyboard.press('Escape')
    await three.page.getByTestId('menu').waitFor({ state: 'detached' })
    return ids
  }
  const invitation = (user: User): Locator => panel(user).root.getByTestId('invitation').last()
  const closed = (user: User): Locator => panel(user).root.getByTestId('closed-composer')
  const press = async (button: Locator): Promise<void> => {
    await button.click()
    await button.click()
  }

  for (const { owner, comer, decliner } of casts) {
    it(`${owner} founds a group, ${comer} comes, ${decliner} doesn’t; and then it is governed`, async () => {
      const title = `Founded by ${owner}`
      const before = await panel(comer).root.getByTestId('invitation').count()
      await beginNew(owner, 'newGroup')
      const form = panel(owner).root.getByTestId('new-group')
      await form.getByTestId('group-title').fill(title)
      for (const user of [comer, decliner]) await form.locator(`[data-testid=pick][data-user="${user}"]`).check()
      await form.getByTestId('create-group').click()
      await form.waitFor({ state: 'detached' })
      const talk = panel(owner).root.getByTestId('talk')
      await talk.waitFor()
      const id = (await talk.getAttribute('data-conversation'))!
      expect(id).toMatch(/^group:/)

      await openInfo(owner)
      expect(await member(owner, owner).getAttribute('data-role')).toBe('owner')
      for (const user of [comer, decliner]) await invited(owner, user).waitFor()
      await expect.poll(() => panel(comer).root.getByTestId('invitation').count()).toBe(before + 1)
      const card = (user: User): Locator => panel(user).root.locator(`[data-testid=invitation][data-conversation="${id}"]`)
      expect((await card(comer).textContent())?.toLowerCase()).toContain(`${owner} asks you into`)
      await card(decliner).getByTestId('decline-invited').click()
      await card(comer).getByTestId('join-invited').click()
      await openInfo(owner)
      await member(owner, comer).waitFor()
      await expect.poll(() => invited(owner, decliner).count()).toBe(0)
      await closeInfo(owner)
      await panel(comer).row(id).waitFor()
      expect(await panel(comer).row(id).locator('.conversation-title').textContent()).toBe(title)

      // A member may read, write and go; no more than that is offered, and it says why.
      await panel(comer).open(id)
      await openInfo(comer)
      expect(await info(comer).getByTestId('rights').textContent()).toBe('Owners and admins invite, mute and remove members.')
      for (const part of ['title', 'invite', 'dissolve']) expect(await info(comer).getByTestId(part).count()).toBe(0)
      expect(await offers(member(comer, owner))).toEqual(['write'])
      await closeInfo(comer)

      await openInfo(owner)
      await choose(member(owner, comer), 'mute')
      await expect.poll(() => closed(comer).textContent()).toContain('You are muted here')
      expect(await panel(comer).composer.count()).toBe(0)
      await expect.poll(() => member(owner, comer).getAttribute('data-muted')).toBe('true')
      await choose(member(owner, comer), 'unmute')
      await panel(comer).composer.waitFor()
      await closeInfo(owner)
      await panel(comer).say(`${comer} speaks again`)
      await panel(owner).message(`${comer} speaks again`).waitFor()

      await openInfo(owner)
      await choose(member(owner, comer), 'admin')
      await expect.poll(() => member(owner, comer).getAttribute('data-role')).toBe('admin')
      await closeInfo(owner)
      await openInfo(comer)
      await info(comer).getByTestId('title').fill(`${title}, renamed`)
      await info(comer).getByTestId('save-title').click()
      await expect.poll(() => panel(owner).root.locator('.talk-title').textContent()).toBe(`${title}, renamed`)
      // An admin asks again, and takes it back.
      await info(comer).getByTestId('invite').click()
      await info(comer).locator(`[data-testid=pick][data-user="${decliner}"]`).check()
      await info(comer).getByTestId('invite-picked').click()
      await card(decliner).waitFor()
      await invited(comer, decliner).getByTestId('uninvite').click()
      await expect.poll(() => card(decliner).count()).toBe(0)
      await closeInfo(comer)

      await openInfo(owner)
      await choose(member(owner, comer), 'member')
      await expect.poll(() => member(owner, comer).getAttribute('data-role')).toBe('member')
      await choose(member(owner, comer), 'remove')
      await expect.poll(() => closed(comer).textContent()).toContain('You are no longer a member here.')
      await expect.poll(() => member(owner, comer).count()).toBe(0)
      await openInfo(comer)
      expect(await info(comer).getByTestId('rights').textContent()).toBe('You are not in it.')
      await closeInfo(comer)

      await openInfo(owner)
      const dissolve = info(owner).getByTestId('dissolve')
      await dissolve.click()
      expect(await dissolve.textContent()).toContain('Really')
      await dissolve.click()
      await expect.poll(() => closed(owner).textContent()).toContain('You are no longer a member here.')
      await closeInfo(owner)
      for (const user of [owner, comer]) await panel(user).leave()
      await settled()
    })
  }

  it('a room is joined by its id, left, and joined again', async () => {
    const garden = room('garden')
    for (const user of users) {
      await beginNew(user, 'joinRoom')
      const form = panel(user).root.getByTestId('join-room')
      await form.getByTestId('room-id').fill('nowhere')
      await form.getByTestId('join-room-button').click()
      await expect.poll(() => form.getByTestId('error').textContent()).toBe('There is no room with this id.')
      await form.getByTestId('room-id').fill('garden')
      await form.getByTestId('join-room-button').click()
      await panel(user).root.locator(`[data-testid=talk][data-conversation="${garden}"]`).waitFor()
      await panel(user).message('Whoever finds this room may take tomatoes from it.').waitFor()
      await panel(user).say(`${user} was here`)

      await openInfo(user)
      await press(info(user).getByTestId('leave'))
      await closed(user).waitFor()
      await closeInfo(user)
      await closed(user).getByTestId('reopen').click()
      await panel(user).composer.waitFor()
      await panel(user).leave()
    }
    expect(await invitation('alice').count()).toBe(1)
  })

  it('who leaves a group is out of it, and the others see that', async () => {
    await panel('carol').open('group:boat')
    await openInfo('carol')
    await panel('bob').open('group:boat')
    await openInfo('bob')
    await member('bob', 'carol').waitFor()
    await closeInfo('bob')
    await openInfo('carol')
    await press(info('carol').getByTestId('leave'))
    await expect.poll(() => closed('carol').textContent()).toContain('You are no longer a member here.')
    await closeInfo('carol')
    await openInfo('bob')
    await expect.poll(() => member('bob', 'carol').count()).toBe(0)
    await closeInfo('bob')
  })

  it('nothing was thrown or complained about', () => expect(three.complaints).toEqual([]))
})
