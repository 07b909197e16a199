import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Chat } from '../src/chat.ts'
import { chatError, isChatError } from '../src/model/error.ts'
import { canonicalJson } from '../src/model/json.ts'
import type { Fact } from '../src/protocol/fact.ts'
import { ChatState } from '../src/reduce/chatState.ts'
import { readSnapshot, snapshotOf } from '../src/store/snapshot.ts'
import { foldFacts } from '../src/testing/fold/foldFacts.ts'
import type { FoldedChat } from '../src/testing/fold/foldedChat.ts'
import { disorder } from '../src/testing/generate/disorder.ts'
import { history } from '../src/testing/generate/history.ts'
import { comparable } from './comparable.ts'
import { at, live, message, withBob } from './pagedHistory.ts'
import { reducedChat } from './reducedChat.ts'
import { createScriptedChat, startChat, type StartedChat } from './startChat.ts'

/** The same chat again, made from its snapshot and brought online. */
const again = async (chat: Chat): Promise<StartedChat> => {
  const other = createScriptedChat({}, { snapshot: JSON.parse(JSON.stringify(chat.snapshot())) as ReturnType<Chat['snapshot']> })
  other.script.always('history', undefined)
  await other.goOnline()
  return other
}
const aboutM9 = { conversation: withBob, id: 'm9' }
const textsOf = ({ chat }: Pick<StartedChat, 'chat'>): readonly unknown[] =>
  chat
    .conversation(withBob)
    .messages.get()
    .map(({ body }) => (body?.type === 'text' ? body.text : undefined))

describe('a snapshot', () => {
  it('[BND5, RES1, CVG1] taken anywhere changes nothing: all ends where it would have ended', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(history({ steps: 80 }), disorder, fc.nat(), ({ self, policy: { ids }, facts }, order, moment) => {
        const fresh = (): ChatState => new ChatState({ self, idsAreGlobal: ids === 'global', dayOf: at => Math.floor(at / 86_400_000) })
        const agree = (shown: FoldedChat, expected: FoldedChat): void => {
          const [a, b] = [shown, expected].map(chat => comparable(self, chat))
          // equal texts are enough; the costly comparison is for the report
          if (canonicalJson(a) !== canonicalJson(b)) expect(a).toEqual(b)
        }
        const batches = order.deal(facts)
        const cut = moment % (batches.length + 1)
        const before = fresh()
        for (const batch of batches.slice(0, cut)) before.apply(batch)
        const after = fresh()
        after.apply(readSnapshot(snapshotOf(before, 0), self)?.facts ?? [])
        agree(reducedChat(after), reducedChat(before))
        for (const batch of batches.slice(cut)) after.apply(batch)
        agree(reducedChat(after), foldFacts({ self, ids, facts }))
      }),
      { numRuns: 500 },
    )
  })

  it('[BND5, RCL2] keeps what waits: a message that was recalled before it came shows no body in the next chat either', async () => {
    const { chat, script, clock } = await startChat()
    script.tell({ type: 'recalled', origin: 'live', target: aboutM9, by: 'bob', as: 'author' }, live(1))
    await clock.settle()
    const other = await again(chat)
    other.script.tell(live(9))
    await other.clock.settle()
    expect(textsOf(other)).toEqual(['text 1', undefined])
  })

  it('[BND5, RCL1] holds no words of an edit that a waiting recall takes away', async () => {
    const { chat, script, clock } = await startChat()
    const edited: Fact = {
      type: 'edited',
      origin: 'live',
      target: aboutM9,
      body: { type: 'text', text: 'secret' },
      by: 'bob',
      as: 'author',
    }
    script.tell(edited, { type: 'recalled', origin: 'live', target: aboutM9, by: 'bob', as: 'author' }, edited)
    await clock.settle()
    expect(JSON.stringify(chat.snapshot())).not.toContain('secret')
    script.tell(live(9))
    await clock.settle()
    expect(textsOf({ chat })).toEqual([undefined])
  })

  it('[BND5, UNR2] keeps what I read message by message, and that it cleared "marked unread"', async () => {
    const { chat, script, clock } = await startChat()
    const talk = chat.conversation(withBob)
    talk.open()
    await clock.settle()
    const read = { conversation: withBob, user: 'alice', kind: 'read' } as const
    script.tell(live(1), live(2), live(3), { type: 'conversation', origin: 'live', entry: { id: withBob, markedUnread: true } })
    script.tell({ type: 'receipt', origin: 'live', ...read, target: { exactly: [{ conversation: withBob, id: 'm2' }] } })
    await clock.settle()
    expect(talk.unread.get()).toMatchObject({ count: 2, marked: false })
    const other = createScriptedChat({}, { snapshot: chat.snapshot() })
    expect(other.chat.conversation(withBob).unread.get()).toEqual(talk.unread.get())
    expect(other.chat.totalUnread.get()).toEqual(chat.totalUnread.get())
  })

  it('[BND5, SND10] keeps a refusal that came after the ack, as an error', async () => {
    const { chat, script, clock } = await startChat({ capabilities: { refusalAfterAck: true, order: 'late', ack: 'taken' } })
    const key = chat.conversation(withBob).send('words')
    await clock.settle()
    script.next('send').answer({ id: 'm1' })
    await clock.settle()
    script.tell({ type: 'refused', origin: 'live', localId: 'alice-1', error: chatError('muted', { message: 'Not here.' }) })
    await clock.settle()
    const other = createScriptedChat({}, { snapshot: chat.snapshot() })
    const send = other.message(key)?.send
    expect(send).toMatchObject({ state: 'failed', error: { code: 'muted', message: 'Not here.' } })
    expect(send?.state === 'failed' && isChatError(send.error)).toBe(true)
  })

  it('[BND5, RCP2] keeps marks at messages that have no position yet', async () => {
    const { chat, script, clock } = await startChat()
    const { position: _position, ...unplaced } = message(5, { from: 'alice' })
    script.tell({ type: 'message', origin: 'live', message: unplaced })
    script.tell({ type: 'receipt', origin: 'live', user: 'bob', kind: 'read', target: { upTo: { conversation: withBob, id: 'm5' } } })
    await clock.settle()
    const other = await again(chat)
    other.script.tell({ type: 'message', origin: 'live', message: { ...unplaced, position: at(5) } })
    await other.clock.settle()
    const [mine] = other.chat.conversation(withBob).messages.get()
    expect(other.chat.status(mine?.key ?? '').get()).toBe('read')
  })

  it('[BND5, CNV3] keeps what was cleared out of sight, whatever brings it', async () => {
    const { chat, script, clock } = await startChat()
    script.tell({ ...live(1), message: { ...message(1), localId: 'l1' } })
    script.tell({ type: 'deleted', origin: 'live', conversation: withBob, target: { through: at(1) } })
    await clock.settle()
    const other = await again(chat)
    const { position: _position, id: _id, ...echo } = message(1)
    other.script.tell({ type: 'message', origin: 'live', message: { ...echo, localId: 'l1' } }, live(1))
    await other.clock.settle()
    expect(textsOf(other)).toEqual([])
  })
})
