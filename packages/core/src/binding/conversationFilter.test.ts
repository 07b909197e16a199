import { describe, expect, it } from 'vitest'
import { sequence } from '../collections/sequence.ts'
import type { Sequence } from '../collections/sequence.ts'
import type { Conversation } from '../model/conversation.ts'
import type { ConversationId } from '../model/ids.ts'
import { readableCell } from '../testing/readableCell.ts'
import { conversationSelector } from './conversationFilter.ts'

const conversation = (id: ConversationId, more: Partial<Conversation> = {}): Conversation => ({
  id,
  unread: { count: 0, exact: true, synced: true, mentions: 0, marked: false },
  pinned: 0,
  silenced: false,
  archived: false,
  ...more,
})
const listOf = (items: readonly Conversation[]): Sequence<Conversation> =>
  sequence({
    length: items.length,
    at: index => items[index],
    range: (from, to) => items.slice(from, to),
    indexOf: key => items.findIndex(({ id }) => id === key),
  })
const unread = (count: number, marked = false) => ({ unread: { count, exact: true, synced: true, mentions: 0, marked } })

const anna = conversation('direct:anna', { title: 'Anna Ärlig' })
const team = conversation('group:42', { title: 'Team', ...unread(3) })
const old = conversation('group:old', { archived: true })
const flagged = conversation('room:lobby', unread(0, true))
const all = [anna, team, old, flagged]

describe('a selection of conversations', () => {
  const passing = (filter: Parameters<ReturnType<typeof conversationSelector>>[1]): ConversationId[] =>
    conversationSelector()(readableCell(listOf(all)), filter)
      .get()
      .map(({ id }) => id)

  it.each([
    [{ kind: 'group' as const }, [team.id, old.id]],
    [{ unreadOnly: true }, [team.id, flagged.id]],
    [{ archived: true }, [old.id]],
    [{ archived: false }, [anna.id, team.id, flagged.id]],
    [{ search: ' ÄRL' }, [anna.id]],
    [{ search: 'LOB' }, [flagged.id]],
    [{ search: 'group' }, []],
    [{ kind: 'group' as const, unreadOnly: true, archived: false, search: 't' }, [team.id]],
    [(line: Conversation) => line.title !== undefined, [anna.id, team.id]],
  ])('[BND3] lets through what meets every field of %o', (filter, ids) => {
    expect(passing(filter)).toEqual(ids)
  })

  it('[BND6] is the list itself where the filter asks for nothing', () => {
    const list = readableCell(listOf(all))
    expect(conversationSelector()(list, { search: ' ', unreadOnly: false })).toBe(list)
  })

  it('[BND6] is the same Readable for an equal filter', () => {
    const list = readableCell(listOf(all))
    const select = conversationSelector()
    const groups = select(list, { kind: 'group' })
    expect(select(list, { kind: 'group', search: undefined })).toBe(groups)
    expect(select(list, { kind: 'room' })).not.toBe(groups)
  })

  it('[BND3] stays the same sequence, and tells nobody, while the same conversations pass unchanged', () => {
    const list = readableCell(listOf(all))
    const groups = conversationSelector()(list, { kind: 'group' })
    const told: Sequence<Conversation>[] = []
    groups.subscribe(value => told.push(value))
    list.set(listOf([{ ...anna, pinned: 1 }, team, old, flagged]))
    expect(told).toHaveLength(1)
    list.set(listOf([{ ...team, pinned: 1 }, anna, old, flagged]))
    expect(told).toHaveLength(2)
  })

  it('[BND6] stays the same sequence when a new predicate lets the same ones through', () => {
    const list = readableCell(listOf(all))
    const select = conversationSelector()
    const before = select(list, ({ id }) => id.startsWith('group')).get()
    expect(select(list, ({ id }) => id.startsWith('group:')).get()).toBe(before)
  })

  it('finds a conversation in it by its id', () => {
    const groups = conversationSelector()(readableCell(listOf(all)), { kind: 'group' }).get()
    expect([groups.indexOf(team.id), groups.indexOf(old.id), groups.indexOf(anna.id), groups.indexOf('group:none')]).toEqual([0, 1, -1, -1])
    expect([groups.at(-1), groups.at(2), groups.slice(1)]).toEqual([old, undefined, [old]])
  })
})
