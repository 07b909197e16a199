import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareText } from '../collections/compareText.ts'
import type { Contact, ContactState } from '../model/contact.ts'
import { canonicalJson } from '../model/json.ts'
import type { ContactsFact } from '../protocol/fact.ts'
import { disorder } from '../testing/generate/disorder.ts'
import { contactIn, joinContacts, noContacts, type ContactBook } from './contactBook.ts'
import { contactLists } from './contactLists.ts'

type Stamped = ContactsFact & { readonly seq: number }

const users = ['anna', 'bob', 'carol', '__proto__', '🦊']
const states: readonly ContactState[] = ['contact', 'incoming', 'outgoing', 'declined', 'none']

const contact: fc.Arbitrary<Contact> = fc.record(
  { user: fc.constantFrom(...users), state: fc.constantFrom(...states), message: fc.constantFrom('hi', 'please'), at: fc.nat(3) },
  { requiredKeys: ['user', 'state'] },
)
/** Few numbers and versions, so that they meet often. */
const fact: fc.Arbitrary<Stamped> = fc.record(
  {
    type: fc.constant('contacts' as const),
    origin: fc.constantFrom('live', 'catchup', 'history', 'echo'),
    contacts: fc.uniqueArray(contact, { selector: ({ user }) => user, maxLength: 4 }),
    whole: fc.boolean(),
    version: fc.constantFrom('1', '2', '3'),
    seq: fc.nat(4),
  },
  { requiredKeys: ['type', 'origin', 'contacts', 'seq'] },
)

const joined = (facts: readonly Stamped[], book: ContactBook = noContacts): ContactBook => facts.reduce(joinContacts, book)
const shown = (book: ContactBook): unknown => ({ ...contactLists(book), each: users.map(user => contactIn(book, user) ?? null) })

/** Another way to the same: everything that was ever claimed of somebody, the greatest claim last. */
const folded = (facts: readonly Stamped[], user: string): Contact | undefined => {
  const told = facts.map(({ version = '', seq, contacts, whole }) => ({ version, seq, whole, value: sorted(contacts) }))
  const whole = greatest(told.filter(one => one.whole === true))
  const claims = told.flatMap(({ version, seq, value }) =>
    value.filter(one => one.user === user).map(one => ({ version, seq, value: one })),
  )
  if (whole !== undefined && whole.value.every(one => one.user !== user)) claims.push({ ...whole, value: { user, state: 'none' } })
  return greatest(claims)?.value
}
const greatest = <Claim extends { readonly version: string; readonly seq: number; readonly value: unknown }>(claims: readonly Claim[]) =>
  [...claims]
    .sort((a, b) => compareText(a.version, b.version) || a.seq - b.seq || compareText(canonicalJson(a.value), canonicalJson(b.value)))
    .at(-1)
const sorted = (contacts: readonly Contact[]): readonly Contact[] => [...contacts].sort((a, b) => compareText(a.user, b.user))

describe('[CTC1] how people stand to me', () => {
  it('ends the same in any order, told as often as may be, in any batches', () => {
    fc.assert(
      fc.property(fc.array(fact, { maxLength: 12 }), disorder, (facts, order) => {
        const expected = shown(joined(facts))
        let book = noContacts
        for (const batch of order.deal(facts)) book = joined(batch, book)
        expect(shown(book)).toEqual(expected)
      }),
      { numRuns: 1_000 },
    )
  })

  it('is what the greatest claim says, a whole list claiming nothing of those it leaves out', () => {
    fc.assert(
      fc.property(fc.array(fact, { maxLength: 12 }), facts => {
        const book = joined(facts)
        for (const user of users) expect(contactIn(book, user)).toEqual(folded(facts, user))
      }),
      { numRuns: 1_000 },
    )
  })

  it('stays the same object while it says the same [BND6]', () => {
    const anna: Contact = { user: 'anna', state: 'contact', message: 'hi' }
    const told = (seq: number): Stamped => ({ type: 'contacts', origin: 'live', contacts: [{ ...anna }], whole: true, seq })
    const first = joined([told(1)])
    const [before] = contactLists(first).contacts
    expect(contactLists(joined([told(2)], first)).contacts[0]).toBe(before)
  })
})

describe('the requests', () => {
  it('come latest first, those of no known time last', () => {
    const asks = (user: string, at?: number): Contact => ({ user, state: 'incoming', ...(at !== undefined && { at }) })
    const book = joined([
      { type: 'contacts', origin: 'history', contacts: [asks('anna'), asks('bob', 1), asks('carol', 2), asks('dora', 1)], seq: 1 },
    ])
    expect(contactLists(book).requests.incoming.map(({ user }) => user)).toEqual(['carol', 'bob', 'dora', 'anna'])
  })
})
