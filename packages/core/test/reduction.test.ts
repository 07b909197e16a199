import { describe, expect, it } from 'vitest'
import type { Body } from '../src/model/body.ts'
import { direct, group } from '../src/model/ids.ts'
import type { StampedFact } from '../src/protocol/stampedFact.ts'
import { conversationOf, saidIn, shownBy } from './shownBy.ts'
import { SELF, story, timeOf } from './story.ts'

// What facts join to, rule by rule: by the fold and by the real reducer, in several orders.

const command: Body = { type: 'command', action: 'refresh' }
const rowsOf = (...given: Parameters<typeof shownBy>) => conversationOf(shownBy(...given)).messages
const textsOf = (...given: Parameters<typeof shownBy>) => saidIn(conversationOf(shownBy(...given)))
const membership = (seq: number, state: 'member' | 'left', version?: string): StampedFact => ({
  type: 'membership',
  origin: 'live',
  seq,
  membership: { conversation: 'group:team', user: 'bob', state },
  ...(version !== undefined && { version }),
})

describe('registers', () => {
  it('[CVG3] an answer that was asked for before a live change does not undo it', () => {
    const team = story()
    const asked = team.listed({ title: 'Old' }, 1)
    const changed = team.listed({ title: 'New' }, 2)
    expect(conversationOf(shownBy([changed, asked])).title).toBe('New')
  })

  it('[CVG3] a version outranks the time of arrival', () => {
    const team = story()
    const facts = [team.listed({ title: 'New', version: 'v2' }, 1), team.listed({ title: 'Old', version: 'v1' }, 2)]
    expect(conversationOf(shownBy(facts)).title).toBe('New')
  })

  it('[CVG3] a whole blocklist says no of everybody whom it does not name, until something newer', () => {
    const told = { type: 'blocklist', origin: 'live' } as const
    const facts: readonly StampedFact[] = [
      { ...told, seq: 1, blocked: ['bob', '__proto__'] },
      { ...told, seq: 2, whole: true, blocked: ['carol'] },
      { ...told, seq: 3, blocked: ['dave'], unblocked: ['carol'] },
    ]
    expect(shownBy(facts).blocklist).toEqual(['dave'])
  })

  it('[MEM1] a standing is a register per user and conversation', () => {
    const facts = [membership(1, 'member', 'v3'), membership(2, 'left', 'v2')]
    expect(shownBy(facts).memberships).toEqual([{ conversation: 'group:team', user: 'bob', state: 'member' }])
  })
})

describe('names', () => {
  it('[ID1] two rows merge when a third copy proves them to be one', () => {
    const team = story()
    const byId = team.message(3, { from: SELF })
    const byLocalId = team.echo('mine')
    expect(rowsOf([byId, byLocalId])).toHaveLength(2)
    expect(rowsOf([byId, byLocalId, team.message(3, { from: SELF, localId: 'mine' })])).toHaveLength(1)
  })

  it('[ID1] a reference joins no two messages, but reaches what has any of its names', () => {
    const team = story()
    const [id, localId] = ['m1 of group:team', 'mine']
    const facts = [team.message(1, { from: SELF }), team.echo(localId), team.recalled({ id, from: SELF, localId }, { by: SELF })]
    expect(textsOf(facts)).toEqual(['recalled', 'recalled'])
  })

  it('[ID1] a recall of either id recalls a message that was stored twice', () => {
    const team = story()
    const mine = { from: SELF, localId: 'mine' }
    expect(textsOf([team.message(1, mine), team.message(2, mine), team.recalled(2, { by: SELF })])).toEqual(['recalled'])
  })

  it('[ID3] a group and a person of one name are two conversations, and I have nothing unread of myself', () => {
    const counter = { seq: 0 }
    const [person, team, own] = [story(direct('9001'), counter), story(group('9001'), counter), story(direct(SELF), counter)]
    const chat = shownBy([
      person.message(1),
      team.message(1),
      team.message(2),
      own.message(1, { from: SELF }),
      own.listed({ unread: { count: 3, asOf: 'p009' } }),
    ])
    expect(conversationOf(chat, 'direct:9001').unread.count).toBe(1)
    expect(conversationOf(chat, 'group:9001').unread.count).toBe(2)
    expect(conversationOf(chat, 'direct:alice').unread).toEqual({ count: 0, exact: true })
  })

  it('[ID4] names that plain objects trip on are names like any other', () => {
    const team = story()
    const odd = { from: '__proto__', id: 'constructor', localId: '__proto__' }
    const facts = [
      team.message(1, odd),
      team.recalled({ id: 'constructor' }, { by: '__proto__' }),
      team.message(2, { from: SELF }),
      team.read('constructor', { upTo: 2 }),
    ]
    const [first, second] = rowsOf(facts)
    expect(first?.recalled?.by).toBe('__proto__')
    expect(second?.receipts?.readers).toEqual(['constructor'])
  })
})

describe('order', () => {
  it('[ORD1] positions are compared by code unit, whatever the times say', () => {
    const team = story()
    const facts = [team.message(1, { position: 'p10', sentAt: timeOf(1) }), team.message(2, { position: 'p9', sentAt: timeOf(2) })]
    expect(textsOf(facts)).toEqual(['text 1', 'text 2'])
  })

  it('[ORD2] what has no position stands below, by the counter: mine by its enqueueing, others by their first copy', () => {
    const team = story()
    const facts = [team.message(1), team.echo('of my other device'), team.accepted('sent before', 0)]
    expect(textsOf(facts, [team.pending('queued', 50)])).toEqual(['text 1', 'sent before', 'of my other device', 'queued'])
  })

  it('[ORD4] an edit and a recall move nothing', () => {
    const team = story()
    const facts = [team.message(1), team.message(2), team.message(3), team.edited(1, 'edited'), team.recalled(2)]
    expect(textsOf(facts)).toEqual(['edited', 'recalled', 'text 3'])
  })
})

describe('sending', () => {
  it('[SND10] a copy with a position outranks a refusal, and a refusal an ack', () => {
    const team = story()
    const refusedAfterAck = [team.accepted('mine', 1), team.refused('mine', 'blocked')]
    expect(rowsOf(refusedAfterAck)[0]?.send).toBe('failed:blocked')
    expect(rowsOf([...refusedAfterAck, team.message(4, { from: SELF, localId: 'mine' })])[0]?.send).toBe('sent')
  })

  it('[SND10] a refusal outranks what happened on this device', () => {
    const team = story()
    expect(rowsOf([team.refused('mine', 'blocked')], [team.pending('mine', 1, { state: 'uncertain' })])[0]?.send).toBe('failed:blocked')
  })

  it('[SND5] a late refusal of an earlier attempt does not touch the present one', () => {
    const team = story()
    expect(rowsOf([team.refused('first attempt', 'blocked')], [team.pending('second attempt', 1)])[0]?.send).toBe('queued')
  })
})

describe('recall, edit, delete', () => {
  it('[RCL1] a recall beats every edit, and leaves neither body nor ext', () => {
    const team = story()
    const facts = [
      team.message(1, { ext: { secret: 1 } }),
      team.recalled(1),
      team.edited(1, 'after all', { version: 'v9' }),
      team.message(1),
    ]
    expect(JSON.stringify(rowsOf(facts))).not.toMatch(/secret|after all|text 1/)
  })

  it('[RCL3] a stranger who claims to be the author recalls and edits nothing, not even early', () => {
    const team = story()
    const facts = [team.recalled(1, { by: 'mallory' }), team.edited(1, 'forged', { by: 'mallory' }), team.message(1)]
    expect(textsOf(facts)).toEqual(['text 1'])
  })

  it('[RCL3] of several valid recalls the least by time, authority and name is shown', () => {
    const team = story()
    const facts = [
      team.message(1),
      team.recalled(1, { by: 'zoe', as: 'moderator' }),
      team.recalled(1, { by: 'carol', as: 'moderator', at: 7 }),
      team.recalled(1, { by: 'bob', as: 'author', at: 7 }),
    ]
    expect(rowsOf(facts)[0]?.recalled).toEqual({ by: 'bob', as: 'author', at: 7 })
  })

  it('[EDT1] a moderator may edit where the fact says so, and an edit keeps the ext that it does not mention', () => {
    const team = story()
    const facts = [team.message(1, { ext: { order: 1 } }), team.edited(1, 'put right', { by: 'carol', as: 'moderator', at: 5 })]
    expect(rowsOf(facts)[0]).toMatchObject({ ext: { order: 1 }, edited: { by: 'carol', as: 'moderator', at: 5 } })
  })

  it('[DEL1] a deletion is final, before its message too, and by any of its names', () => {
    const team = story()
    const facts = [team.deleted(1), team.message(1, { localId: 'l' }), team.message(2, { localId: 'l' }), team.message(3)]
    expect(textsOf(facts)).toEqual(['text 3'])
  })

  it('[DEL1] what was cleared stays away, whatever brings it, and leaves no gap', () => {
    const team = story()
    const facts = [team.message(5), team.deleted({ through: 4 }), team.message(2), team.page(4, 5), team.message(3)]
    const { messages, gaps, hasOlder } = conversationOf(shownBy(facts))
    expect(messages.map(({ position }) => position)).toEqual(['p005'])
    expect({ gaps, hasOlder }).toEqual({ gaps: [], hasOlder: false })
  })
})

describe('receipts', () => {
  const mine = { from: SELF }

  it('[RCP1] reading is getting', () => {
    const team = story()
    expect(rowsOf([team.message(1, mine), team.read('bob', { upTo: 1 })])[0]?.receipts).toMatchObject({ delivered: 1, read: 1 })
  })

  it('[RCP2] exact marks stand beside the watermark', () => {
    const team = story()
    const facts = [1, 2, 3].map(number => team.message(number, mine))
    const marks = [team.read('bob', { upTo: 1 }), team.read('bob', { exactly: [3] })]
    expect(rowsOf([...facts, ...marks]).map(({ receipts }) => receipts?.readers)).toEqual([['bob'], [], ['bob']])
  })

  it('[RCP2] a mark at a message without a position counts once it has one', () => {
    const team = story()
    const mark = { ...team.read('bob', { upTo: 9 }), target: { upTo: { from: SELF, localId: 'mine' } } }
    const facts = [team.message(1, mine), team.echo('mine'), mark]
    expect(rowsOf(facts)[0]?.receipts?.read).toBe(0)
    expect(rowsOf([...facts, team.message(2, { ...mine, localId: 'mine' })])[0]?.receipts?.read).toBe(1)
  })

  it('[RCP3] a receipt may come first, under either name', () => {
    const team = story()
    const byLocalId = { ...team.read('carol', { upTo: 9 }), target: { exactly: [{ from: SELF, localId: 'mine' }] } }
    const facts = [team.read('bob', { upTo: 2 }), byLocalId, team.message(1, mine), team.message(2, { ...mine, localId: 'mine' })]
    expect(rowsOf(facts).map(({ receipts }) => receipts?.readers)).toEqual([['bob'], ['bob', 'carol']])
  })

  it('[RCP4] the read count is the greater of the backend’s and of the readers known, without the sender', () => {
    const team = story()
    const known = [team.message(1, mine), team.read('bob', { upTo: 1 }), team.read('carol', { exactly: [1] }), team.read(SELF, { upTo: 1 })]
    expect(rowsOf(known)[0]?.receipts?.read).toBe(2)
    expect(rowsOf([...known, team.readCount(1, 5), team.readCount(1, 3)])[0]?.receipts?.read).toBe(5)
  })

  it('[RCP5] messages of others have no receipts', () => {
    const team = story()
    expect(rowsOf([team.message(1), team.read('carol', { upTo: 1 })])[0]?.receipts).toBeUndefined()
  })
})

describe('ids above the astral characters, by code unit', () => {
  // U+E000 to U+FFFF sort above every surrogate, which is what astral characters are made of.
  const odd = ['\u{E000}', '\u{FFFF}', '\u{10FFFF}', '\u{FFFF}\u{FFFF}']

  it.each(odd)('[ID4, UNR2] a mark at a message reaches that message whatever its id is: %j', id => {
    const team = story()
    const mark: StampedFact = { ...team.read(SELF, { upTo: 1 }), target: { upTo: { position: 'p001' } } }
    const facts = [team.page(0, 0), team.message(1, { id, after: 0 }), mark, team.message(2, { after: 1 })]
    expect(conversationOf(shownBy(facts)).unread).toEqual({ count: 1, exact: true })
  })

  it.each(odd)('[ID4, CNV3] a removal takes the message at its own position along: %j', id => {
    const team = story()
    expect(conversationOf(shownBy([team.message(1, { id }), team.removed(1, false)])).listed).toBe(false)
    expect(rowsOf([team.message(1, { id }), team.removed(1, true)])).toHaveLength(0)
  })
})

describe('unread', () => {
  it('[UNR2] the backend’s number loses what I have passed, what was recalled since and what I read one by one', () => {
    const team = story()
    const entry = team.listed({ unread: { count: 9, asOf: 'p012', mark: 'p002' } })
    const here = [4, 7, 9, 11].map(number => team.message(number))
    const since = [team.read(SELF, { upTo: 4 }), team.recalled(7), team.read(SELF, { exactly: [9] })]
    expect(conversationOf(shownBy([entry, ...here, ...since])).unread).toEqual({ count: 6, exact: false })
  })

  it('[UNR2] a recall that the backend knew of when it counted is not taken off again', () => {
    const team = story()
    const facts = [team.message(4), team.recalled(4), team.listed({ unread: { count: 2, asOf: 'p006' } })]
    expect(conversationOf(shownBy(facts)).unread.count).toBe(2)
  })

  it('[UNR5] repeats and edits raise nothing', () => {
    const team = story()
    const facts = [team.page(0, 0), team.message(1, { after: 0 }), team.message(1, { after: 0 }), team.edited(1, 'edited')]
    expect(conversationOf(shownBy(facts)).unread).toEqual({ count: 1, exact: true })
  })

  it('[UNR9] "marked unread" is cleared by my next mark, wherever it is, and not by an earlier one', () => {
    const team = story()
    const earlier = team.read(SELF, { upTo: 1 })
    const marked = [team.message(1), earlier, team.listed({ markedUnread: true })]
    expect(conversationOf(shownBy(marked)).markedUnread).toBe(true)
    expect(conversationOf(shownBy([...marked, team.read(SELF, { upTo: 1 })])).markedUnread).toBe(false)
  })
})

describe('the conversation list', () => {
  it('[CNV2] pins first, then unfinished sends, then server time, then id', () => {
    const counter = { seq: 0 }
    const [a, b, c, d, e] = [
      story('group:a', counter),
      story('group:b', counter),
      story('group:c', counter),
      story('group:d', counter),
      story('group:e', counter),
    ]
    const facts = [a.message(5), b.message(5), c.message(7), d.listed({ pinned: 1 }), e.message(1)]
    expect(shownBy(facts, [e.pending('late', 90)]).list).toEqual(['group:d', 'group:e', 'group:c', 'group:a', 'group:b'])
  })

  it('[CNV2] recalls, deletions and an ack with another time do not lower activity', () => {
    const team = story()
    const facts = [
      team.message(5, { from: SELF, localId: 'mine' }),
      team.accepted('mine', 1, { position: 'p005', sentAt: timeOf(6) }),
      team.deleted(5),
      team.message(1),
    ]
    expect(conversationOf(shownBy(facts)).activity).toBe(timeOf(6))
  })

  it('[CNV1] stays listed when its last message is deleted', () => {
    const team = story()
    expect(shownBy([team.message(1), team.deleted(1)]).list).toEqual(['group:team'])
  })

  it('[CNV3] a removed conversation comes back by something above, not by a repeat from below', () => {
    const team = story()
    const removed = [team.message(3), team.removed(3, false)]
    expect(shownBy([...removed, team.message(2), team.message(3)]).list).toEqual([])
    expect(shownBy([...removed, team.message(4)]).list).toEqual(['group:team'])
  })

  it('[CNV3] a removal with history takes the messages along', () => {
    const team = story()
    const facts = [team.message(3), team.removed(3, true), team.message(4), team.message(2)]
    expect(textsOf(facts)).toEqual(['text 4'])
  })

  it('[UNR6] a removed conversation takes its count along, and the total is exact if its parts are', () => {
    const counter = { seq: 0 }
    const [team, club] = [story('group:team', counter), story('group:club', counter)]
    const both = [team.page(0, 0), team.message(1, { after: 0 }), club.message(1)]
    expect(shownBy(both).totalUnread).toEqual({ count: 2, exact: false })
    expect(shownBy([...both, club.removed(1, false)]).totalUnread).toEqual({ count: 1, exact: true })
  })

  it('[CNV4] the preview is the last row: a tombstone as such, a command never', () => {
    const team = story()
    const facts = [team.message(1), team.message(2), team.message(3, { body: command }), team.recalled(2)]
    expect(conversationOf(shownBy(facts)).preview).toMatchObject({ position: 'p002', recalled: { by: 'bob' } })
  })

  it('[RCV7] commands and momentary facts make no row, count nothing and list nothing', () => {
    const team = story()
    const typing: StampedFact = {
      type: 'ephemeral',
      origin: 'live',
      seq: 9,
      conversation: 'group:team',
      from: 'bob',
      name: 'typing',
      data: true,
    }
    const chat = shownBy([team.message(1, { body: command }), typing])
    expect(chat.list).toEqual([])
    expect(conversationOf(chat)).toMatchObject({ messages: [], unread: { count: 0 } })
  })
})

describe('reactions', () => {
  const reactionsOf = (...given: Parameters<typeof shownBy>) => rowsOf(...given)[0]?.reactions

  it('[RCT1] one register per message, user and emoji: taken away is taken away, whatever comes late', () => {
    const team = story()
    const first = team.reacted('bob', '👍', 1, { version: 'v1' })
    const gone = team.reacted('bob', '👍', 1, { active: false, version: 'v2' })
    const other = team.reacted('carol', '👍', 1)
    expect(reactionsOf([team.message(1), gone, other, first])).toEqual([{ emoji: '👍', users: ['carol'] }])
  })

  it('[RCT1, EARLY1] a reaction may come before its message, under either name', () => {
    const team = story()
    const early = [team.reacted('bob', '🎉', 1), team.reacted('carol', '🎉', { from: 'bob', localId: 'l1' })]
    expect(reactionsOf([...early, team.message(1, { localId: 'l1' })])).toEqual([{ emoji: '🎉', users: ['bob', 'carol'] }])
  })

  it('[RCT1, RCL1] a recalled message has none, and gets none', () => {
    const team = story()
    const facts = [team.message(1), team.reacted('carol', '👍', 1), team.recalled(1), team.reacted('dave', '👍', 1)]
    expect(reactionsOf(facts)).toBeUndefined()
  })

  it('[RCT1, ORD4, UNR5] moves nothing and counts as nothing', () => {
    const team = story()
    const facts = [team.page(0, 0), team.message(1, { after: 0 }), team.message(2, { after: 1 }), team.reacted('bob', '👍', 1)]
    expect(textsOf(facts)).toEqual(['text 1', 'text 2'])
    expect(conversationOf(shownBy(facts)).unread.count).toBe(2)
  })
})

describe('pins', () => {
  const pinsOf = (...given: Parameters<typeof shownBy>) => conversationOf(shownBy(...given)).pins

  it('[PIN1] one register per message id, whether or not the message is here', () => {
    const team = story()
    const [on, off] = [team.pinnedFor(1, true, { version: 'v1' }), team.pinnedFor(1, false, { version: 'v2' })]
    expect(pinsOf([off, on, team.pinnedFor(2)])).toEqual(['m2 of group:team'])
  })
})

describe('mentions', () => {
  const mentionsOf = (...given: Parameters<typeof shownBy>) => conversationOf(shownBy(...given)).mentions
  const naming = (mentions: readonly string[] | 'everyone'): { readonly body: Body } => ({ body: { type: 'text', text: 'hey', mentions } })

  it('[MEN1] counts the unread that name me or everyone', () => {
    const team = story()
    const facts = [
      team.page(0, 0),
      team.message(1, { after: 0, ...naming([SELF]) }),
      team.message(2, { after: 1, ...naming('everyone') }),
      team.message(3, { after: 2, ...naming(['carol']) }),
      team.message(4, { after: 3, ...naming([SELF]), from: SELF }),
    ]
    expect(mentionsOf(facts)).toBe(2)
    expect(mentionsOf([...facts, team.read(SELF, { upTo: 1 })])).toBe(1)
    expect(mentionsOf([...facts, team.recalled(2)])).toBe(1)
  })

  it('[MEN1] follows edits, which may name me or no longer do', () => {
    const team = story()
    const facts = [team.page(0, 0), team.message(1, { after: 0, ...naming([SELF]) }), team.edited(1, 'nobody')]
    expect(mentionsOf(facts)).toBe(0)
    expect(mentionsOf([...facts, team.edited(1, 'hey', { ...naming([SELF]) })])).toBe(1)
  })

  it('[MEN1, UNR7] shows the backend’s number where the messages are not here', () => {
    const team = story()
    const entry = team.listed({ unread: { count: 9, asOf: 'p012', mark: 'p002', mentions: 3 } })
    expect(mentionsOf([entry])).toBe(3)
    expect(mentionsOf([entry, team.message(4, naming([SELF])), team.read(SELF, { upTo: 4 })])).toBe(2)
    expect(mentionsOf([entry, team.message(13, naming('everyone'))])).toBe(4)
  })
})

describe('notices', () => {
  const notice: Body = { type: 'notice', event: 'joined', users: ['carol'] }

  it('[NTC1] are rows that count as nothing', () => {
    const team = story()
    const facts = [team.page(0, 0), team.message(1, { after: 0, body: notice }), team.message(2, { after: 1 })]
    expect(textsOf(facts)).toEqual(['notice', 'text 2'])
    expect(conversationOf(shownBy(facts)).unread).toEqual({ count: 1, exact: true })
  })
})
