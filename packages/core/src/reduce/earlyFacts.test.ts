import { describe, expect, it } from 'vitest'
import { EarlyStore, withdrawnIn, type EarlyFacts, type Eviction } from './earlyFacts.ts'

const claim = (seq: number, by = 'bob'): EarlyFacts => ({ claims: [{ recalled: { by, as: 'author' }, seq }] })
const edit = (by = 'bob'): EarlyFacts => ({ edits: [{ value: { body: { type: 'text', text: 'better' }, by, as: 'author' }, seq: 1 }] })
const counts: EarlyFacts = { counts: { read: 1 } }
const mark = (user: string, seq: number): EarlyFacts => ({ waiting: [{ user, kind: 'read', seq }] })

const store = () => {
  const evictions: Eviction[] = []
  return { early: new EarlyStore(eviction => evictions.push(eviction)), evictions, limits: () => evictions.map(({ limit }) => limit) }
}

describe('[EARLY1] what waits for its message', () => {
  it('waits joined per name, and no longer once it is taken', () => {
    const { early } = store()
    early.add('m1', 'bob', claim(1))
    early.add('m1', undefined, counts)
    expect(early.size).toBe(1)
    expect(Object.keys(early.take('m1') ?? {})).toEqual(['claims', 'counts'])
    expect([early.take('m1'), early.size]).toEqual([undefined, 0])
  })

  it('[RCL1] keeps no edit that a recall beside it takes away for certain', () => {
    const { early } = store()
    const editsWith = (...said: readonly EarlyFacts[]): number => {
      for (const facts of said) early.add('m1', 'bob', facts)
      return early.take('m1')?.edits?.length ?? 0
    }
    const moderated: EarlyFacts = { claims: [{ recalled: { by: 'carol', as: 'moderator' }, seq: 1 }] }
    expect([editsWith(claim(1), edit()), editsWith(edit(), claim(1)), editsWith(edit(), moderated)]).toEqual([0, 0, 0])
    // A stranger's claim says nothing of what the author wrote.
    expect(editsWith(edit(), claim(1, 'mallory'))).toBe(1)
  })

  it('is 256 of one user at most, edits and counts going before recalls do', () => {
    const { early, evictions, limits } = store()
    early.add('recalled', 'bob', claim(1))
    for (let index = 0; index < 256; index++) early.add(`edited ${index}`, 'bob', edit())
    expect([early.size, limits(), evictions[0]?.facts.edits?.length]).toEqual([256, [256], 1])
    for (let index = 0; index < 256; index++) early.add(`recalled ${index}`, 'bob', claim(2 + index))
    expect([early.size, limits().length]).toEqual([256, 257])
    expect([early.take('recalled'), early.take('edited 255'), withdrawnIn(evictions.at(-1)?.facts ?? {})]).toEqual([
      undefined,
      undefined,
      1,
    ])
    expect(early.take('recalled 255')).toEqual(claim(257))
  })

  it('of others is not touched by it', () => {
    const { early, limits } = store()
    early.add('carol’s', 'carol', edit('carol'))
    for (let index = 0; index < 300; index++) early.add(`m${index}`, 'bob', claim(index))
    expect(limits()).toHaveLength(44)
    expect(early.take('carol’s')).toBeDefined()
  })

  it('is 4,096 in all', () => {
    const { early, evictions, limits } = store()
    for (let index = 0; index < 4_096; index++) early.add(`m${index}`, `user ${index % 100}`, claim(index + 1))
    expect(limits()).toEqual([])
    early.add('counted', undefined, counts)
    expect([early.size, limits(), evictions[0]?.facts]).toEqual([4_096, [4_096], counts])
    early.add('one more', 'bob', claim(9_999))
    expect([early.size, withdrawnIn(evictions[1]?.facts ?? {})]).toEqual([4_096, 1])
  })

  it('the backend says of itself is bound by that alone', () => {
    const { early, limits } = store()
    for (let index = 0; index < 1_000; index++) early.add(`m${index}`, undefined, index % 2 === 0 ? counts : { deletedSeq: index })
    expect([early.size, limits()]).toEqual([1_000, []])
  })

  it('several say of one message counts for none of them', () => {
    const { early, limits } = store()
    early.add('shared', 'mallory', claim(1, 'mallory'))
    early.add('shared', 'bob', claim(2))
    for (let index = 0; index < 300; index++) early.add(`m${index}`, 'mallory', claim(3, 'mallory'))
    expect(limits()).toHaveLength(44)
    expect(early.take('shared')?.claims).toHaveLength(2)
  })

  it('is left as it was when its batch is taken back', () => {
    const { early } = store()
    early.add('m1', 'bob', mark('bob', 1))
    early.commit()
    for (let index = 2; index < 40; index++) early.add(`m${index}`, 'bob', mark('bob', index))
    early.rollback()
    expect([early.size, early.take('m1')]).toEqual([1, mark('bob', 1)])
  })
})

describe('[RCP2] marks at unknown messages', () => {
  it('are 32 of one user at most: the newest stay, for they reach furthest', () => {
    const { early, limits } = store()
    for (let index = 1; index <= 40; index++) early.add(`m${index}`, 'bob', mark('bob', index))
    expect([early.size, limits()]).toEqual([32, Array.from({ length: 8 }, () => 32)])
    expect([early.take('m8'), early.take('m9'), early.take('m40')]).toEqual([undefined, mark('bob', 9), mark('bob', 40)])
  })

  it('take along nothing else that waits for the same message', () => {
    const { early } = store()
    early.add('m0', 'bob', { ...mark('bob', 0), ...counts })
    for (let index = 1; index <= 32; index++) early.add(`m${index}`, 'bob', mark('bob', index))
    expect(early.take('m0')).toEqual(counts)
  })

  it('make room again once their message is here', () => {
    const { early, limits } = store()
    for (let round = 0; round < 3; round++) {
      for (let index = 1; index <= 32; index++) early.add(`m${index}`, 'bob', mark('bob', index))
      for (let index = 1; index <= 32; index++) early.take(`m${index}`)
    }
    expect(limits()).toEqual([])
  })
})
