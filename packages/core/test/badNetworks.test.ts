import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Chat } from '../src/chat.ts'
import { direct, type ConversationId } from '../src/model/ids.ts'
import { inWorld, people, team, type Person, type World } from './inWorld.ts'

type Step =
  | { readonly type: 'send'; readonly who: Person; readonly to: 'team' | Person; readonly count: number }
  | { readonly type: 'read' | 'open'; readonly who: Person; readonly to: 'team' | Person }
  | { readonly type: 'recall' | 'edit'; readonly who: Person; readonly to: 'team' | Person }
  | { readonly type: 'cut' | 'restore'; readonly who: Person }
  | { readonly type: 'restart' }
  | { readonly type: 'wait'; readonly ms: number }

const person = fc.constantFrom(...people)
const target = fc.constantFrom<'team' | Person>('team', 'team', ...people)
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ type: fc.constant('send' as const), who: person, to: target, count: fc.integer({ min: 1, max: 4 }) }),
  },
  { weight: 2, arbitrary: fc.record({ type: fc.constantFrom('read' as const, 'open' as const), who: person, to: target }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constantFrom('recall' as const, 'edit' as const), who: person, to: target }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constantFrom('cut' as const, 'restore' as const), who: person }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('restart' as const) }) },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('wait' as const), ms: fc.constantFrom(10, 100, 1_000, 5_000) }) },
)

const conversationOf = (to: 'team' | Person): ConversationId => (to === 'team' ? team : direct(to))

const play = async (world: World, steps: readonly Step[]): Promise<void> => {
  const { chats, sandbox, clock } = world
  let sent = 0
  for (const action of steps) {
    if (action.type === 'wait') await clock.advance(action.ms)
    else if (action.type === 'restart') sandbox.faults.restart()
    else if (!('to' in action)) sandbox.faults[action.type](action.who)
    else {
      const talk = chats[action.who].conversation(conversationOf(action.to))
      const mine = talk.messages
        .get()
        .toArray()
        .filter(message => message.mine && message.recalled === undefined)
        .at(-1)
      if (action.type === 'send') for (let index = 0; index < action.count; index++) talk.send(`${action.who} says ${++sent}`)
      else if (action.type === 'open') talk.open()
      else if (action.type === 'read') void talk.markRead()
      else if (mine !== undefined && action.type === 'recall') void talk.recall(mine.key)
      else if (mine !== undefined) void talk.edit(mine.key, `${action.who} corrects ${++sent}`)
    }
  }
}

/** What a person sees of a conversation once everything is loaded. */
const seen = (chat: Chat, id: ConversationId): unknown[] =>
  chat
    .conversation(id)
    .messages.get()
    .toArray()
    .filter(message => message.send === undefined || message.send.state === 'sent')
    .map(message => ({
      id: message.id,
      from: message.from,
      position: message.position,
      said: message.body,
      recalled: message.recalled?.by,
    }))

describe('three people on bad networks', () => {
  it('[SND2, SND4, RCV1, RCV2, RCL1, UNR2] everything arrives once, in order, and the counts are right', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.array(step, { minLength: 5, maxLength: 40 }), async (seed, steps) => {
        await inWorld(seed, async world => {
          const { chats, sandbox, errors, rest, clock } = world
          sandbox.faults.set('all', { latencyMs: 20, jitterMs: 30, loss: 0.15, duplicate: 0.2, reorder: 0.2 })
          await play(world, steps)
          for (const who of people) sandbox.faults.restore(who)
          await clock.advance(60_000)
          await rest()
          for (const who of people) for (const to of ['team', ...people] as const) chats[who].conversation(conversationOf(to)).open()
          await rest()
          const talks: [Person, ConversationId, Person, ConversationId][] = [
            ['alice', team, 'bob', team],
            ['alice', team, 'carol', team],
            ['alice', direct('bob'), 'bob', direct('alice')],
            ['alice', direct('carol'), 'carol', direct('alice')],
            ['bob', direct('carol'), 'carol', direct('bob')],
          ]
          for (const [a, here, b, there] of talks) {
            const stored = sandbox.backend.inspect(here, a).filter(message => !message.deleted)
            expect(seen(chats[a], here)).toHaveLength(stored.length)
            expect(seen(chats[a], here)).toEqual(seen(chats[b], there))
            expect(new Set(stored.map(({ from, localId }) => `${from} ${localId}`)).size).toBe(stored.length)
          }
          for (const who of people) {
            expect(
              chats[who].outbox.get().filter(({ send }) => send.state !== 'failed'),
              `${who} has nothing left to send`,
            ).toEqual([])
            for (const { id, unread } of chats[who].conversations.get()) {
              expect([who, id, unread]).toEqual([
                who,
                id,
                { count: sandbox.backend.unread(who, id), exact: true, synced: true, mentions: 0, marked: false },
              ])
            }
          }
          expect(errors).toEqual([])
        })
      }),
      { numRuns: 120 },
    )
  })

  it('[SND2, ORD3] what one person writes while cut off comes in the order in which it was written', async () => {
    await inWorld(7, async ({ chats, sandbox, rest, clock }) => {
      const talk = chats.alice.conversation(team)
      talk.open()
      sandbox.faults.cut('alice')
      const keys = ['one', 'two', 'three'].map(text => talk.send(text))
      await clock.advance(5_000)
      expect(talk.messages.get().map(({ key }) => key)).toEqual(keys)
      sandbox.faults.restore('alice')
      await clock.advance(60_000)
      await rest()
      expect(talk.messages.get().map(({ key }) => key)).toEqual(keys)
      expect(sandbox.backend.inspect(team).map(({ body }) => body)).toEqual(['one', 'two', 'three'].map(text => ({ type: 'text', text })))
    })
  })
})
