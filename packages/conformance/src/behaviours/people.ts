import { direct, group } from '@parlance/core'
import type { UserId } from '@parlance/core'
import { contacts, presence } from '@parlance/core/contacts'
import { groups } from '@parlance/core/groups'
import { describe, expect, it } from 'vitest'
import type { Driver, View } from '../driver.ts'
import { show } from '../show.ts'
import { createWorld } from '../world.ts'

const named = (all: readonly { readonly user: UserId }[]): string => all.map(({ user }) => user).join()
/** A component that shows whose name, presence or members its label says. */
const showing =
  (draw: (hooks: Parameters<View>[0], user: () => UserId | undefined) => () => string): View =>
  (hooks, props) =>
    draw(hooks, () => props().label)

/** Who is who, who knows whom, who is there, and who belongs where. */
export const peopleBehaviours = (driver: Driver): void => {
  describe('people', () => {
    it('[USR1] have a name as soon as it is known, and their id until then', async () => {
      const { alice, quiet, until } = await createWorld({ aliceConnects: false })
      const view = showing((hooks, user) => {
        const somebody = hooks.useUser(user)
        return () => somebody()?.name ?? 'nobody'
      })
      const screen = await show(driver, { parts: [view], chat: alice, props: { label: 'carol' } })
      expect(screen.texts()).toEqual(['carol'])
      await until(alice.connect())
      await quiet(screen)
      expect(screen.texts()).toEqual(['Carol'])
      await screen.update({ label: 'stranger' })
      await quiet(screen)
      expect(screen.texts()).toEqual(['stranger'])
      await screen.update({ label: undefined })
      expect(screen.texts()).toEqual(['nobody'])
    })

    it('[CTC1] show who is a contact and who asks, and follow it', async () => {
      const { alice, bob, carol, quiet, until } = await createWorld()
      await until(contacts(carol).add('alice'))
      await until(contacts(alice).accept('carol'))
      const list: View = hooks => {
        const all = hooks.useContacts()
        return () => named(all())
      }
      const asking: View = hooks => {
        const requests = hooks.useContactRequests()
        return () => `${named(requests().incoming)}|${named(requests().outgoing)}`
      }
      const screen = await show(driver, { parts: [list, asking], chat: alice, strict: true })
      await quiet(screen)
      expect(screen.texts()).toEqual(['carol', '|'])
      await until(contacts(bob).add('alice', { message: 'It is me.' }))
      await quiet(screen)
      expect(screen.texts()).toEqual(['carol', 'bob|'])
      await until(contacts(alice).accept('bob'))
      await until(contacts(alice).remove('carol'))
      await quiet(screen)
      expect(screen.texts()).toEqual(['bob', '|'])
    })

    it('[CTC1] show whom I blocked', async () => {
      const { alice, counts, quiet, until } = await createWorld()
      const view: View = hooks => {
        const blocked = hooks.useBlocklist()
        return () => blocked().join()
      }
      const screen = await show(driver, { parts: [view], chat: alice, strict: true })
      await until(contacts(alice).block('bob'))
      await quiet(screen)
      expect(screen.texts()).toEqual(['bob'])
      await screen.unmount()
      expect(counts.subscriptions).toBe(0)
    })

    it('[PRS1] [BND4] are watched while somebody shows whether they are there, and no longer', async () => {
      const { alice, bob, quiet, until, watched } = await createWorld()
      const view = showing((hooks, user) => {
        const there = hooks.usePresence(user)
        return () => there()?.state ?? 'unknown'
      })
      const screen = await show(driver, { parts: [view, view], chat: alice, props: { label: 'bob' }, strict: true })
      await quiet(screen)
      expect(screen.texts()).toEqual(['online', 'online'])
      await until(presence(bob).set({ state: 'busy' }))
      await quiet(screen)
      expect([screen.texts(), watched()]).toEqual([['busy', 'busy'], ['bob']])
      await screen.update({ label: 'carol' })
      await quiet(screen)
      expect([screen.texts(), watched()]).toEqual([['online', 'online'], ['carol']])
      await screen.update({ label: undefined })
      await quiet(screen)
      expect([screen.texts(), watched()]).toEqual([['unknown', 'unknown'], []])
    })

    it('[MEM1] [BND4] of a group are loaded when they are first shown, once, and followed', async () => {
      const { alice, bob, quiet, until, memberPages } = await createWorld()
      const view: View = (hooks, props) => {
        const members = hooks.useMembers(() => props().id)
        return () =>
          members()
            .map(({ user, role }) => `${user} ${role ?? ''}`)
            .join()
      }
      const screen = await show(driver, { parts: [view, view], chat: alice, props: { id: group('team') }, strict: true })
      await quiet(screen)
      expect(screen.texts()).toEqual(['alice member,bob member,carol member', 'alice member,bob member,carol member'])
      expect(memberPages()).toBe(1)
      await until(groups(bob).leave(group('team')))
      await quiet(screen)
      expect(screen.texts()[0]).toBe('alice member,carol member')
      for (const id of [direct('bob'), undefined]) {
        await screen.update({ id })
        expect(screen.texts()).toEqual(['', ''])
      }
      expect(memberPages()).toBe(1)
    })

    it('[GRP1] who ask me to come are shown until I have joined', async () => {
      const { alice, bob, quiet, until } = await createWorld({ invitations: true })
      const view: View = hooks => {
        const invitations = hooks.useInvitations()
        return () =>
          invitations()
            .map(({ by }) => by)
            .join()
      }
      const screen = await show(driver, { parts: [view], chat: alice })
      const made = await until(groups(bob).create({ kind: 'group', members: ['alice'] }))
      await quiet(screen)
      expect(screen.texts()).toEqual(['bob'])
      await until(groups(alice).join(made.ok ? made.value : group('none')))
      await quiet(screen)
      expect(screen.texts()).toEqual([''])
    })
  })
}
