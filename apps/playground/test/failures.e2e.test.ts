import type { ErrorCode } from '@parlance/core'
import { chatError, group } from '@parlance/core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { errorLabel } from '../src/shared/wording/errorLabel.ts'
import type { PanelOn } from './panelOn.ts'
import type { ThreeUsers, User } from './threeUsers.ts'
import { openThreeUsers, users } from './threeUsers.ts'

const lake = group('lake')

const sends = [
  'blocked',
  'groupNotFound',
  'notMember',
  'notAllowlisted',
  'contentRejected',
  'intercepted',
  'unknown',
  'muted',
  'moderated',
  'rateLimited',
  'tooLarge',
] as const satisfies readonly ErrorCode[]
const recalls = ['recallTooLate', 'recallDisabled'] as const satisfies readonly ErrorCode[]

/** The sandbox refuses all three of them at once, one in each framework. */
describe('a refusal is explained at its message', () => {
  let three: ThreeUsers
  const panel = (user: User): PanelOn => three.panel(user)
  const settled = (): Promise<void> => three.settled()
  const refuse = (code: ErrorCode): Promise<unknown> =>
    Promise.all(users.map(user => three.playground.control({ do: 'refuse', user, code })))
  const sentence = (code: ErrorCode): string => errorLabel(chatError(code))
  const text = (user: User, code: ErrorCode): string => `${user} runs into ${code}`

  beforeAll(async () => {
    three = await openThreeUsers('failures')
    for (const user of users) await panel(user).open(lake)
    await settled()
  })
  afterAll(() => three.close())

  it('each code in a sentence of its own', () => {
    const sentences = [...sends, ...recalls].map(sentence)
    expect(new Set(sentences).size).toBe(13)
  })

  it.for(sends)('[SND3] of a message: %s', async code => {
    await refuse(code)
    for (const user of users) await panel(user).say(text(user, code))
    await settled()
    for (const user of users) {
      const notice = panel(user).message(text(user, code)).getByTestId('notice')
      await expect.poll(() => notice.textContent()).toContain(`Not sent. ${sentence(code)}.`)
      expect(await panel(user).tick(text(user, code))).toBe('failed')
      for (const other of users.filter(one => one !== user)) expect(await panel(other).message(text(user, code)).count()).toBe(0)
    }
  })

  it('and tried again, it goes out', async () => {
    const code = 'tooLarge'
    for (const user of users) await panel(user).message(text(user, code)).getByTestId('retry').click()
    await settled()
    for (const user of users) {
      await expect.poll(() => panel(user).message(text(user, code)).getByTestId('notice').count()).toBe(0)
      for (const other of users) await panel(other).message(text(user, code)).waitFor()
    }
  })

  it.for(recalls)('[RCL4] of a recall: %s', async code => {
    for (const user of users) await panel(user).say(text(user, code))
    await settled()
    await refuse(code)
    for (const user of users) await panel(user).menu(panel(user).message(text(user, code)), 'recall')
    await settled()
    for (const user of users) {
      const notice = panel(user).message(text(user, code)).getByTestId('notice')
      await expect.poll(() => notice.textContent()).toContain(`Not recalled. ${sentence(code)}.`)
      // It still says what it said, everywhere.
      for (const other of users) expect(await panel(other).message(text(user, code)).count()).toBe(1)
    }
  })

  it('[RCV7] of a command, which has no row, and is explained above the composer', async () => {
    await refuse('muted')
    for (const user of users) await panel(user).sendForm('command', { action: 'refresh' })
    await settled()
    for (const user of users) {
      const trouble = panel(user).root.getByTestId('trouble')
      await expect.poll(() => trouble.textContent()).toContain(`The command was not sent. ${sentence('muted')}.`)
    }
  })

  it('nothing was thrown or complained about', () => expect(three.complaints).toEqual([]))
})
