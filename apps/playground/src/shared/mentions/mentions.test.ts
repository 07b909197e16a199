import { describe, expect, it } from 'vitest'
import { everyone, mentionables } from './mentionable.ts'
import { mentionMatches, mentionQuery } from './mentionQuery.ts'
import { mentionsIn } from './mentionsIn.ts'
import { splitMentions } from './splitMentions.ts'

const names = new Map([
  ['ann', 'Ann'],
  ['lee', 'Ann Lee'],
  ['bob', 'Bob'],
  ['bob2', 'Bob'],
  ['zoe', 'Zoë'],
  ['all', 'Everyone'],
])
const people = mentionables([...names.keys()], user => names.get(user) ?? user)
const bob = people.find(({ user }) => user === 'bob')!
const named = (text: string): readonly string[] =>
  splitMentions(text, people).flatMap(part => (typeof part === 'string' ? [] : [part.named.user ?? 'everyone']))

describe('somebody who can be named', () => {
  it('goes by the name, and by the id where the name says nobody clearly', () => {
    expect(people.map(({ handle }) => handle)).toEqual(['Ann', 'Ann Lee', 'bob', 'bob2', 'Zoë', 'all', 'everyone'])
    expect(people.at(-1)).toBe(everyone)
  })
})

describe('mentions in a text', () => {
  it.for([
    ['@Ann, are you there?', ['ann']],
    ['(@Ann Lee) and @Ann', ['lee', 'ann']],
    ['@Zoë@Ann', ['zoe']],
    ['@bob2 @bob', ['bob2', 'bob']],
    ['@Annabel, @Ann_ and @ann', []],
    ['mail me@Ann.example', []],
    ['@', []],
    ['@everyone!', ['everyone']],
  ] as const)('%s', ([text, users]) => expect(named(text)).toEqual(users))

  it('are parts of the text, which is all of them joined', () => {
    for (const text of ['', 'none', 'a @Ann b\n@Zoë', '@@Ann@', '👋@bob 👋']) {
      expect(
        splitMentions(text, people)
          .map(part => (typeof part === 'string' ? part : part.text))
          .join(''),
      ).toBe(text)
    }
  })

  it('[MEN1] are sent once each, or as everyone', () => {
    expect(mentionsIn('@bob @Ann @bob', people)).toEqual(['bob', 'ann'])
    expect(mentionsIn('@bob and @everyone', people)).toBe('everyone')
    expect(mentionsIn('Bob', people)).toBeUndefined()
  })
})

describe('a mention that is being written', () => {
  it.for([
    ['@', 1, { at: 0, words: '' }],
    ['hi @An', 6, { at: 3, words: 'An' }],
    ['hi @An', 4, { at: 3, words: '' }],
    ['@Ann Le', 7, { at: 0, words: 'Ann Le' }],
    ['me@An', 5, undefined],
    ['@Ann\nand', 8, undefined],
    ['nobody', 6, undefined],
  ] as const)('in %j with the caret at %i is %j', ([text, caret, query]) => expect(mentionQuery(text, caret)).toEqual(query))

  it.for([
    ['', 7],
    ['a', 3],
    ['LE', 1],
    ['bob', 2],
    ['every', 2],
    ['Bob is', 0],
  ] as const)('%j fits %i', ([words, count]) => expect(mentionMatches(people, { at: 0, words })).toHaveLength(count))

  it('fits by the id too where that is the handle', () => expect(mentionMatches(people, { at: 0, words: 'bob' })).toContain(bob))
})
