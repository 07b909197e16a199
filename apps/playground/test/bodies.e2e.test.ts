import { readFile } from 'node:fs/promises'
import type { BodyType, Chat } from '@parlance/core'
import { createChat, group, room } from '@parlance/core'
import type { SessionTransport } from '@parlance/websocket'
import { createWebSocketTransport } from '@parlance/websocket'
import type { Locator } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bytesLabel } from '../src/shared/format/bytesLabel.ts'
import { unreadableLabel } from '../src/shared/wording/unreadableLabel.ts'
import { encodeWav } from './encodeWav.ts'
import type { OpenedPage } from './openPage.ts'
import { closePages, openPage } from './openPage.ts'
import type { LocalFile, PanelOn } from './panelOn.ts'
import { panelOn } from './panelOn.ts'
import { png } from './png.ts'
import { filmSize, recordFilm } from './recordFilm.ts'
import { pageParty, settle } from './settle.ts'
import type { Playground } from './startPlayground.ts'
import { startPlayground } from './startPlayground.ts'
import { users } from './threeUsers.ts'
import type { User } from './threeUsers.ts'

const peers = { alice: 'bob', bob: 'carol', carol: 'alice' } as const satisfies Record<User, User>
const nameOf = (user: string): string => user[0]!.toUpperCase() + user.slice(1)

const lake = group('lake')
const kitchen = room('kitchen')

const wav: LocalFile['buffer'] = encodeWav(0.8)

/** Each panel sends, in its own framework; and each shows what all three have sent. */
describe('a message of each kind goes from each panel to the others', () => {
  let playground: Playground
  let opened: OpenedPage
  /** A program of Dave’s, which also says what no panel has words for. */
  let dave: Chat
  let transport: SessionTransport
  let film: LocalFile['buffer']
  const panel = (user: User): PanelOn => panelOn(opened.page, user)
  const settled = (): Promise<void> => settle(pageParty(opened.page))
  /** Sends from all three, then looks at all three: who reads, whose message it is. */
  const fromEach = async (
    send: (from: PanelOn, user: User) => Promise<void>,
    look: (at: PanelOn, from: User, reader: User) => Promise<void>,
  ): Promise<void> => {
    for (const user of users) await send(panel(user), user)
    for (const reader of users) for (const user of users) await look(panel(reader), user, reader)
  }
  const attachAndSend = async ({ attach, root, composer }: PanelOn, file: LocalFile): Promise<void> => {
    await attach(file)
    await root.locator('[data-testid=attached][data-state=ready]').waitFor()
    await composer.press('Enter')
    await root.getByTestId('attached').waitFor({ state: 'detached' })
  }
  /** Of which types the messages are that a user has here, the newest last. */
  const types = (user: User): Promise<readonly (BodyType | undefined)[]> =>
    opened.page.evaluate(
      ([who, where]) => {
        const messages = window.parlance!.chats[who]!.conversation(where).messages.get()
        return messages.toArray().map(({ body }) => body?.type)
      },
      [user, lake] as const,
    )
  const pictureWidth = (picture: Locator): Promise<number> =>
    picture.evaluate(element => (element instanceof HTMLImageElement && element.complete ? element.naturalWidth : 0))
  /** Plays it from the beginning; resolves with the seconds that it lasts, once it has moved. */
  const play = (media: Locator): Promise<number> =>
    media.evaluate(async element => {
      if (!(element instanceof HTMLMediaElement)) return 0
      element.currentTime = 0
      await element.play()
      while (element.currentTime === 0) await new Promise(requestAnimationFrame)
      element.pause()
      return element.duration
    })

  beforeAll(async () => {
    playground = await startPlayground('bodies')
    opened = await openPage(playground.url, { viewport: { width: 1600, height: 1400 } })
    film = await recordFilm(opened.page)
    transport = createWebSocketTransport({ url: playground.server, user: 'dave', token: playground.token('dave') })
    dave = createChat({ transport })
    await dave.connect()
    for (const user of users) await panel(user).open(lake)
    await settled()
  })
  afterAll(async () => {
    await dave.dispose()
    await closePages()
    await playground.close()
  })

  it('[RCV8] text', async () => {
    await fromEach(
      ({ say }, user) => say(`Words of ${user}`),
      async ({ message }, user) => {
        await message(`Words of ${user}`).waitFor()
        expect(await message(`Words of ${user}`).count()).toBe(1)
      },
    )
  })

  it('[MEN1] text that mentions one of them', async () => {
    await fromEach(
      async ({ root, composer }, user) => {
        await composer.fill('Look at this, ')
        await composer.pressSequentially('@')
        await root.getByRole('option', { name: nameOf(peers[user]) }).click()
        await composer.press('Enter')
      },
      async ({ message }, user, reader) => {
        const mention = message(`Look at this, @${nameOf(peers[user])}`).getByTestId('mention')
        await expect.poll(() => mention.allTextContents()).toEqual([`@${nameOf(peers[user])}`])
        expect(await mention.evaluate(element => element.classList.contains('is-me'))).toBe(reader === peers[user])
      },
    )
  })

  it('[EMO1] text with emoji', async () => {
    await fromEach(
      ({ say }, user) => say(`${user}: 🦥 :)`),
      async ({ root }, user) => {
        const pictures = root
          .getByTestId('text')
          .filter({ hasText: `${user}: ` })
          .last()
          .locator('img')
        await expect.poll(() => pictures.evaluateAll(all => all.map(one => one.getAttribute('alt')))).toEqual(['🦥', '🙂'])
        for (const index of [0, 1]) await expect.poll(() => pictureWidth(pictures.nth(index))).toBeGreaterThan(0)
      },
    )
  })

  it('[ATT3] an image', async () => {
    await fromEach(
      (from, user) => attachAndSend(from, png(`${user}.png`)),
      async ({ root }, user) => {
        const picture = root.getByRole('img', { name: `${user}.png`, exact: true }).and(root.locator('[data-here=true]'))
        await picture.waitFor()
        await expect.poll(() => pictureWidth(picture)).toBe(64)
      },
    )
  })

  it('an image by its address', async () => {
    const address = (user: User): string => `${playground.url}place.svg?of=${user}`
    await fromEach(
      ({ sendForm }, user) => sendForm('urlImage', { url: address(user), width: '96', height: '96' }),
      async ({ root }, user) => {
        const picture = root.locator(`[data-testid=url-image][src="${address(user)}"]`)
        await picture.waitFor()
        await expect.poll(() => pictureWidth(picture)).toBeGreaterThan(0)
      },
    )
  })

  it('[ATT3] sound, to be heard', async () => {
    await fromEach(
      (from, user) => attachAndSend(from, { name: `${user}.wav`, mimeType: 'audio/wav', buffer: wav }),
      async ({ messages }, user) => {
        const message = messages.filter({ hasText: `${user}.wav` })
        expect(await play(message.getByTestId('audio'))).toBeCloseTo(0.8)
        expect(await message.textContent()).toContain(`0:01 · ${bytesLabel(wav.length)}`)
      },
    )
  })

  it('[ATT3] a film, to be seen', async () => {
    await fromEach(
      (from, user) => attachAndSend(from, { name: `${user}.webm`, mimeType: 'video/webm', buffer: film }),
      async ({ root }, user, reader) => {
        // Whoever sent it has it here.
        if (reader !== user) {
          const poster = root.getByRole('button', { name: `Play ${user}.webm, ` })
          expect(await poster.getAttribute('aria-label')).toMatch(/, 0:0\d · \d/)
          await poster.click()
        }
        const video = root.getByTestId('video').and(root.getByLabel(`${user}.webm`))
        await play(video)
        expect(await video.evaluate(element => element instanceof HTMLVideoElement && element.videoWidth)).toBe(filmSize.width)
      },
    )
  })

  it('and whoever has seen it goes on writing', async () => {
    for (const user of users) {
      const { composer, message } = panel(user)
      await composer.focus()
      dave.conversation(lake).send(`Seen by ${user}`)
      await message(`Seen by ${user}`).waitFor()
      await composer.pressSequentially('Yes')
      expect(await composer.inputValue()).toBe('Yes')
      await composer.fill('')
    }
  })

  it('[ATT3] a file, to be saved as it was', async () => {
    const contents = (user: User): Buffer => Buffer.from(`Only ${user} has written this. ${'\0\u00ff'.repeat(700)}`)
    await fromEach(
      (from, user) => attachAndSend(from, { name: `${user}.pdf`, mimeType: 'application/pdf', buffer: contents(user) }),
      async ({ root }, user) => {
        const file = root.getByTestId('file').filter({ hasText: `${user}.pdf` })
        expect(await file.textContent()).toContain(bytesLabel(contents(user).length))
        const download = opened.page.waitForEvent('download')
        await file.click()
        const saved = await download
        expect(saved.suggestedFilename()).toBe(`${user}.pdf`)
        expect(await readFile(await saved.path())).toEqual(contents(user))
      },
    )
  })

  it('a location', async () => {
    await fromEach(
      ({ sendForm }, user) => sendForm('location', { name: `Pier of ${user}`, address: 'Lake road 7', lat: '47.37817', lng: '-8.54019' }),
      async ({ root }, user) => {
        const place = root.getByTestId('location').filter({ hasText: `Pier of ${user}` })
        expect(await place.textContent()).toContain('Lake road 7')
        expect(await place.textContent()).toContain('47.37817° N, 8.54019° W')
        const map = new URL((await place.getByRole('link').getAttribute('href'))!)
        expect([map.searchParams.get('mlat'), map.searchParams.get('mlon')]).toEqual(['47.37817', '-8.54019'])
      },
    )
  })

  it('a message of the application’s own: a poll, which counts', async () => {
    const poll = ({ root }: PanelOn, user: User): Locator => root.getByTestId('poll').filter({ hasText: `What does ${user} bring?` })
    await fromEach(
      ({ sendForm }, user) => sendForm('poll', { question: `What does ${user} bring?`, options: 'Bread\nThe boat' }),
      async (at, user) => {
        const options = poll(at, user).getByTestId('poll-option')
        await expect.poll(() => options.locator('bdi').allTextContents()).toEqual(['Bread', 'The boat'])
      },
    )
    for (const user of users) await poll(panel(peers[user]), user).getByRole('button', { name: 'The boat' }).click()
    for (const reader of users) {
      for (const user of users) {
        const votes = (): Promise<(string | null)[]> =>
          poll(panel(reader), user)
            .getByTestId('poll-option')
            .evaluateAll(options => options.map(option => option.getAttribute('data-votes')))
        await expect.poll(votes).toEqual(['0', '1'])
      }
    }
  })

  it('[RCV7] a command, which arrives and leaves no row', async () => {
    const { page } = opened
    const before = await Promise.all(users.map(types))
    const came = await page.evaluateHandle(() => {
      const actions: string[] = []
      for (const [reader, chat] of Object.entries(window.parlance!.chats))
        chat.commands$.subscribe(({ body }) => {
          if (body?.type === 'command') actions.push(`${reader}: ${body.action} ${JSON.stringify(body.params)}`)
        })
      return actions
    })
    for (const user of users) {
      await panel(user).sendForm('command', { action: `refresh-${user}`, params: '{"since": 5}' })
      for (const reader of users) {
        const who = reader === user ? 'You' : nameOf(user)
        await expect.poll(() => panel(reader).root.getByTestId('hint').textContent()).toBe(`${who} sent the command “refresh-${user}”`)
      }
    }
    await settled()
    for (const reader of users) expect(await panel(reader).unread(lake)).toBe(0)
    expect(await Promise.all(users.map(types))).toEqual(before)
    const all = users.flatMap(user => users.filter(reader => reader !== user).map(reader => `${reader}: refresh-${user} {"since":5}`))
    expect(await came.jsonValue()).toEqual(all)
  })

  it('[RCV8] what this version can’t read says so', async () => {
    await transport.send({
      conversation: lake,
      localId: 'hologram',
      body: { type: 'unknown', original: { type: 'hologram', metres: 2 } },
    })
    for (const user of users) {
      const unreadable = panel(user).messages.last().getByTestId('unreadable')
      await expect.poll(() => unreadable.textContent()).toBe(unreadableLabel)
      expect((await types(user)).at(-1)).toBe('unknown')
    }
  })

  it('[NTC1] who left and who came', async () => {
    for (const user of users) await panel(user).open(kitchen)
    await settled()
    for (const user of users) {
      const { root } = panel(user)
      await root.getByTestId('info-button').click()
      const leave = root.getByTestId('leave')
      await leave.click()
      await leave.click()
      await root.getByTestId('closed-composer').waitFor()
      await opened.page.keyboard.press('Escape')
      await root.getByTestId('reopen').click()
      await root.getByTestId('composer').waitFor()
      for (const reader of users.filter(one => one !== user)) {
        const events = panel(reader).root.getByTestId('event')
        await expect
          .poll(async () => (await events.allTextContents()).slice(-2))
          .toEqual([`${nameOf(user)} left`, `${nameOf(user)} joined`])
      }
    }
  })

  it('nothing was thrown or complained about', () => expect(opened.complaints).toEqual([]))
})
