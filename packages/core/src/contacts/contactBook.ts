import { compareText } from '../collections/compareText.ts'
import { countingTree } from '../collections/countingTree.ts'
import type { OrderedTree } from '../collections/orderedTree.ts'
import type { Contact } from '../model/contact.ts'
import type { UserId } from '../model/ids.ts'
import { canonicalJson } from '../model/json.ts'
import { newest, type Versioned } from '../model/versioned.ts'
import type { ContactsFact } from '../protocol/fact.ts'

/** Somebody, as joined. */
interface Entry {
  readonly user: UserId
  readonly standing: Versioned<Contact>
}

/** How people stand to me: a register each, and the latest whole list, which speaks for everyone it doesn't name [CTC1]. */
export interface ContactBook {
  readonly people: OrderedTree<UserId, Entry, number>
  /** In the order of the ids, so that it doesn't matter in which it was told. */
  readonly whole: Versioned<readonly Contact[]> | undefined
  /** The same by id. */
  readonly listed: ReadonlyMap<UserId, Contact>
}

export const noContacts: ContactBook = {
  people: /* @__PURE__ */ countingTree((entry: Entry) => entry.user, compareText),
  whole: undefined,
  listed: new Map(),
}

/** Joins what was told: in any order, and as often as it likes to be told. */
export const joinContacts = (book: ContactBook, fact: ContactsFact & { readonly seq: number }): ContactBook => {
  const stamp = { seq: fact.seq, ...(fact.version !== undefined && { version: fact.version }) }
  let { people } = book
  for (const contact of fact.contacts) {
    const before = people.get(contact.user)?.standing
    const standing = keepingSame(before, newest(before, { value: contact, ...stamp }))
    if (standing !== before) people = people.set({ user: contact.user, standing })
  }
  if (fact.whole !== true) return people === book.people ? book : { ...book, people }
  const told = [...fact.contacts].sort((a, b) => compareText(a.user, b.user))
  const whole = newest(book.whole, { value: told, ...stamp })
  return { people, whole, listed: whole === book.whole ? book.listed : new Map(whole.value.map(contact => [contact.user, contact])) }
}

/** What says the same stays the same object [BND6]. */
const keepingSame = <T>(before: Versioned<T> | undefined, after: Versioned<T>): Versioned<T> =>
  before === undefined || before === after || canonicalJson(before.value) !== canonicalJson(after.value)
    ? after
    : { ...after, value: before.value }

/** How somebody stands to me; `undefined` if nobody said, which is as good as `none`. */
export const contactIn = ({ people, whole, listed }: ContactBook, user: UserId): Contact | undefined => {
  const own = people.get(user)?.standing
  if (whole === undefined) return own?.value
  const named: Contact = listed.get(user) ?? { user, state: 'none' }
  return newest(own, { ...whole, value: named }).value
}
