import { describe, expect, it } from 'vitest'
import { conversationOf, saidIn, shownBy } from './shownBy.ts'
import { SELF, story, timeOf } from './story.ts'

// Each test is a public complaint about another chat SDK, named by project and issue. What facts alone decide is shown here.

const unreadOf = (...given: Parameters<typeof shownBy>) => conversationOf(shownBy(...given)).unread
const rowsOf = (...given: Parameters<typeof shownBy>) => saidIn(conversationOf(shownBy(...given)))

describe('what was tried on stream-chat and is wrong there', () => {
  it('[RCL2] a recall that comes before its message still hides it', () => {
    const team = story()
    expect(rowsOf([team.recalled(1), team.message(1)])).toEqual(['recalled'])
  })

  it('[EDT1] an edit that comes before its message is kept', () => {
    const team = story()
    expect(rowsOf([team.edited(1, 'better'), team.message(1)])).toEqual(['better'])
  })

  it('[CVG3] an older edit after a newer one changes nothing', () => {
    const team = story()
    const facts = [team.message(1), team.edited(1, 'newest', { version: 'v2' }), team.edited(1, 'older', { version: 'v1' })]
    expect(rowsOf(facts)).toEqual(['newest'])
  })

  it('[RCV1] the same message twice is one row and one unread', () => {
    const team = story()
    const facts = [team.page(0, 0), team.message(1, { after: 0 }), team.message(1, { after: 0 })]
    expect(rowsOf(facts)).toEqual(['text 1'])
    expect(unreadOf(facts)).toEqual({ count: 1, exact: true })
  })

  it('[RCL5] the recall of an unread message lowers unread', () => {
    const team = story()
    expect(unreadOf([team.page(0, 0), team.message(1, { after: 0 }), team.message(2, { after: 1 }), team.recalled(1)])).toEqual({
      count: 1,
      exact: true,
    })
  })

  it('[UNR3] my mark at the first message leaves the second unread', () => {
    const team = story()
    const facts = [team.page(0, 0), team.message(1, { after: 0 }), team.message(2, { after: 1 }), team.read(SELF, { upTo: 1 })]
    expect(unreadOf(facts)).toEqual({ count: 1, exact: true })
  })

  it('[RCP1] an older receipt after a newer one moves nothing back', () => {
    const team = story()
    const mine = { from: SELF }
    const facts = [team.message(1, mine), team.message(2, mine), team.read('bob', { upTo: 2 }), team.read('bob', { upTo: 1 })]
    expect(conversationOf(shownBy(facts)).messages.map(({ receipts }) => receipts?.readers)).toEqual([['bob'], ['bob']])
  })

  it('[ORD2] with a clock five minutes slow my pending message still stands below', () => {
    const team = story()
    const slow = { ...team.pending('hello', 2) }
    expect(rowsOf([team.message(9)], [slow])).toEqual(['text 9', 'hello'])
  })

  it('[RCV3] what was missed in an outage is a gap until it is loaded', () => {
    const team = story()
    const outage = [team.page(0, 0), team.message(1, { after: 0 }), team.gap(), team.message(5)]
    const before = conversationOf(shownBy(outage))
    expect(before.gaps).toEqual(['p005'])
    expect(before.atLive).toBe(false)
    const filled = conversationOf(shownBy([...outage, team.message(3), team.page(1, 5)]))
    expect(filled.gaps).toEqual([])
    expect(saidIn(filled)).toEqual(['text 1', 'text 3', 'text 5'])
    expect(filled.atLive).toBe(true)
  })
})

describe('unread', () => {
  it('[DEL1] stream-chat-js#1419: deleting an unread message lowers unread', () => {
    const team = story()
    expect(unreadOf([team.page(0, 0), team.message(1, { after: 0 }), team.message(2, { after: 1 }), team.deleted(2)])).toEqual({
      count: 1,
      exact: true,
    })
  })

  it('[UNR2] stream-chat-react#3264: the number does not depend on which of two facts lands first', () => {
    const team = story()
    const entry = team.listed({ unread: { count: 3, asOf: 'p007' } })
    expect(unreadOf([entry, team.message(8)])).toEqual({ count: 4, exact: false })
  })

  it('[UNR4] stream-chat-js#939: reading one conversation changes no other', () => {
    const counter = { seq: 0 }
    const [team, club] = [story('group:team', counter), story('group:club', counter)]
    const chat = shownBy([
      team.page(0, 0),
      club.page(0, 0),
      team.message(1, { after: 0 }),
      club.message(1, { after: 0 }),
      team.read(SELF, { upTo: 1 }),
    ])
    expect(conversationOf(chat, 'group:team').unread.count).toBe(0)
    expect(conversationOf(chat, 'group:club').unread.count).toBe(1)
    expect(chat.totalUnread).toEqual({ count: 1, exact: true })
  })

  it('[UNR3] stream-chat-js#1343, stream-chat-react#1573: a mark in the middle leaves the rest', () => {
    const team = story()
    const five = [1, 2, 3, 4, 5].map(number => team.message(number, { after: number - 1 }))
    expect(unreadOf([team.page(0, 0), ...five, team.read(SELF, { upTo: 2 })])).toEqual({ count: 3, exact: true })
  })

  it('[UNR7] stream-chat-react#312: a conversation that was never loaded shows the number of the backend, and counts on', () => {
    const team = story()
    const entry = team.listed({ unread: { count: 12, asOf: 'p012' } })
    expect(unreadOf([entry])).toEqual({ count: 12, exact: false })
    expect(unreadOf([entry, team.message(13), team.message(14, { after: 13 })])).toEqual({ count: 14, exact: false })
  })

  it('[UNR6] stream-chat-react#2387: the total leaves out what is silenced, and takes it in again at once', () => {
    const team = story()
    const start = [team.page(0, 0), team.message(1, { after: 0 }), team.listed({ silenced: true })]
    expect(shownBy(start).totalUnread).toEqual({ count: 0, exact: true })
    expect(shownBy([...start, team.listed({ silenced: false })]).totalUnread).toEqual({ count: 1, exact: true })
  })

  it('[UNR5] open-im-server#2807: what I said on another device is not unread', () => {
    const team = story()
    expect(unreadOf([team.page(0, 0), team.message(1, { from: SELF, after: 0 })])).toEqual({ count: 0, exact: true })
  })

  it('[UNR4] open-im-server#3068: a read of somebody else changes none of mine', () => {
    const team = story()
    expect(unreadOf([team.page(0, 0), team.message(1, { after: 0 }), team.read('carol', { upTo: 1 })])).toEqual({ count: 1, exact: true })
  })

  it('[UNR1] element-web#24000: an invisible last message leaves nothing unread', () => {
    const team = story()
    const command = team.message(2, { after: 1, body: { type: 'command', action: 'refresh' } })
    const chat = conversationOf(shownBy([team.page(0, 0), team.message(1, { after: 0 }), command, team.read(SELF, { upTo: 1 })]))
    expect(chat.unread).toEqual({ count: 0, exact: true })
    expect(saidIn(chat)).toEqual(['text 1'])
    expect(chat.preview?.position).toBe('p001')
  })

  it('[UNR2] fluux-messenger#1211: a mark at the newest clears the badge, whichever comes first', () => {
    const team = story()
    const facts = [team.listed({ unread: { count: 4, asOf: 'p004' } }), team.message(5), team.read(SELF, { upTo: 5 })]
    expect(unreadOf(facts)).toEqual({ count: 0, exact: false })
  })

  it('[UNR2] TIMSDK#253: messages that waited for me while I was away count', () => {
    const team = story()
    const away = [team.message(1), team.message(2)].map(fact => ({ ...fact, origin: 'catchup' as const }))
    expect(unreadOf(away)).toEqual({ count: 2, exact: false })
  })

  it('[UNR2] Circle-Demo-Web#9: the number of the list and the pages loaded after it agree', () => {
    const team = story()
    const entry = team.listed({ unread: { count: 2, asOf: 'p003', mark: 'p001' } })
    const page = [1, 2, 3].map(number => team.message(number))
    expect(unreadOf([entry])).toEqual({ count: 2, exact: false })
    expect(unreadOf([entry, ...page, team.page(0, 3)])).toEqual({ count: 2, exact: true })
  })
})

describe('duplicates', () => {
  it('[ID2] stream-chat-react-native#2852, TanStack/db#1442: a send, its echo and its ack are one row', () => {
    const team = story()
    const echo = team.message(3, { from: SELF, localId: 'mine', body: { type: 'text', text: 'mine' } })
    const ack = team.accepted('mine', 1, { id: echo.message.id ?? '' })
    expect(rowsOf([echo, ack], [team.pending('mine', 1, { state: 'sending' })])).toEqual(['mine'])
  })

  it('[ID1] mattermost#2925: stored twice after a retry is one row with both ids, at the first place', () => {
    const team = story()
    const mine = { from: SELF, localId: 'mine' }
    const [row, ...others] = conversationOf(shownBy([team.message(4, mine), team.message(2, mine), team.message(3)])).messages
    expect(others).toHaveLength(1)
    expect(row).toMatchObject({ position: 'p002', ids: ['m2 of group:team', 'm4 of group:team'], localId: 'mine' })
  })

  it('[RCV1] openim-sdk-core#294, webim-vue-demo#21: pages that overlap repeat nothing', () => {
    const team = story()
    const first = [1, 2, 3].map(number => team.message(number))
    const second = [2, 3, 4].map(number => team.message(number))
    const chat = conversationOf(shownBy([...first, team.page(0, 3), ...second, team.page(2, 4)]))
    expect(saidIn(chat)).toEqual(['text 1', 'text 2', 'text 3', 'text 4'])
    expect(chat.unread.count).toBe(4)
  })

  it('[CNV1] webim-uniapp-demo#40: a conversation stands in the list once, whoever tells of it', () => {
    const team = story()
    const facts = [team.message(1), team.listed({ title: 'Team' }), team.listed({ title: 'Team' })]
    expect(shownBy(facts, [team.pending('mine', 9)]).list).toEqual(['group:team'])
  })
})

describe('order', () => {
  it('[ORD3] stream-chat-react#1972: messages sent fast one after the other never swap', () => {
    const team = story()
    const sends = [team.pending('one', 1), team.pending('two', 2), team.pending('three', 3)]
    const second = team.accepted('two', 2, { id: 'm8', position: 'p008' })
    const first = team.accepted('one', 1, { id: 'm7', position: 'p007' })
    const third = team.accepted('three', 3, { id: 'm9' })
    expect(rowsOf([], sends)).toEqual(['one', 'two', 'three'])
    expect(rowsOf([third], sends)).toEqual(['one', 'two', 'three'])
    expect(rowsOf([third, second, first], sends)).toEqual(['one', 'two', 'three'])
  })

  it('[ORD2] element-x-android#1881: an unsent message stays below what comes later', () => {
    const team = story()
    expect(rowsOf([team.message(5), team.message(6)], [team.pending('unsent', 1, { state: 'uncertain' })])).toEqual([
      'text 5',
      'text 6',
      'unsent',
    ])
  })

  it('[ORD5] iamb#421: a clock that is wrong orders nothing and hides nothing', () => {
    const team = story()
    const facts = [team.message(1, { sentAt: timeOf(900) }), team.message(2, { sentAt: 0 }), team.message(3, { sentAt: timeOf(1) })]
    expect(rowsOf(facts)).toEqual(['text 1', 'text 2', 'text 3'])
  })
})

describe('gaps and lost echoes', () => {
  it('[RCV3] stream-chat-react-native#3571: a list that knows of a newer message says that something is missing', () => {
    const team = story()
    const quiet = [team.message(1), team.page(0, 1)]
    const last = team.message(3)
    expect(conversationOf(shownBy(quiet)).atLive).toBe(true)
    const behind = conversationOf(shownBy([...quiet, last, team.listed({ last: last.message }, last.seq)]))
    expect(behind.atLive).toBe(false)
    expect(behind.gaps).toEqual(['p003'])
  })

  it('[RCV3] fluux PR#534: a live message after an outage does not close the gap above it', () => {
    const team = story()
    const facts = [team.message(1), team.page(0, 1), team.gap(), team.message(9), team.message(10, { after: 9 })]
    expect(conversationOf(shownBy(facts)).gaps).toEqual(['p009'])
  })

  it('[RCV4] RocketChat PR#41759: edits, recalls and deletions of the time away apply to what is here', () => {
    const team = story()
    const here = [1, 2, 3].map(number => team.message(number))
    const away = [team.edited(1, 'edited away'), team.recalled(2), team.deleted(3)].map(fact => ({ ...fact, origin: 'catchup' as const }))
    expect(rowsOf([...here, ...away])).toEqual(['edited away', 'recalled'])
  })

  it('[SND9] matrix-rust-sdk#3941: a message that was accepted but never echoed stays', () => {
    const team = story()
    const facts = [team.accepted('mine', 1, { id: 'm7' }), team.message(1), team.page(0, 1)]
    expect(rowsOf(facts)).toEqual(['text 1', 'mine'])
  })

  it('[SND9] cloudflare/agents#1983: a page or a list never removes a pending send', () => {
    const team = story()
    const facts = [team.message(1), team.page(0, 1), team.listed({ unread: { count: 0, asOf: 'p001' } })]
    expect(rowsOf(facts, [team.pending('waiting', 1)])).toEqual(['text 1', 'waiting'])
  })
})

describe('early and stale', () => {
  it('[EDT1] converse.js#1172, chatmail/core#6806: a correction before its original waits, and the late original does not overwrite it', () => {
    const team = story()
    const facts = [team.edited(1, 'corrected'), team.message(2), team.message(1), team.message(1)]
    expect(rowsOf(facts)).toEqual(['corrected', 'text 2'])
  })

  it('[RCL2] fluux PR#1063: an early withdrawal makes no row of its own', () => {
    const team = story()
    expect(shownBy([team.recalled(1)]).conversations.get('group:team')?.messages ?? []).toEqual([])
    expect(rowsOf([team.recalled(1), team.message(2), team.message(1)])).toEqual(['recalled', 'text 2'])
  })
})
