import type { Contact, ContactState } from '@parlance/core'
import { describe, expect, it } from 'vitest'
import { contactsShown } from './contactsShown.ts'

const standing = (state: ContactState, ...users: readonly string[]): readonly Contact[] => users.map(user => ({ user, state }))
const shown = (...given: Parameters<typeof contactsShown>): readonly string[] =>
  contactsShown(...given).map(({ id, people }) => `${id}: ${people.map(({ user }) => user).join(', ')}`)

describe('the contacts view', () => {
  it('has who waits for an answer first, and nothing that is empty', () => {
    const requests = { incoming: standing('incoming', 'erin'), outgoing: [] }
    expect(shown(standing('contact', 'bob', 'carol'), requests, [])).toEqual(['incoming: erin', 'contacts: bob, carol'])
    expect(shown([], { incoming: [], outgoing: [] }, [])).toEqual([])
  })

  it('has who is blocked there alone', () => {
    const requests = { incoming: standing('incoming', 'erin'), outgoing: standing('outgoing', 'dave') }
    expect(shown(standing('contact', 'bob'), requests, ['erin', 'bob', 'dave'])).toEqual(['blocked: erin, bob, dave'])
  })
})
