import type { Client } from '../client.ts'
import { pair } from '../casts.ts'
import type { Draft } from '../contractCheck.ts'
import { begun } from '../begun.ts'
import { check } from '../contractCheck.ts'
import { demand, demandCode, demandEqual } from '../demand.ts'
import { readMessages } from '../reading.ts'
import { count, draftOf, hear, lull, say, wordsOf } from '../saying.ts'
import type { Talk } from '../stage.ts'

const TRIES = 6

const storedBy = async (reader: Client, talk: Talk, words: string): Promise<number> => count(await readMessages(reader, talk), words)

export const opChecks = (): readonly Draft[] => [
  check('a command that was aborted before it began rejects with cancelled, and nothing comes of it', async stage => {
    const { alice, bob, talk } = await pair(stage)
    const message = draftOf(alice, talk)
    const signal = AbortSignal.abort()
    const refusal = await alice.refusal(transport => transport.send(message, { signal }), 'an aborted send')
    demandCode(refusal, ['cancelled'], 'An aborted send')
    demandEqual(refusal.effect, 'none', 'The effect of a send that never began')
    await lull([bob], alice, talk)
    demandEqual(await storedBy(bob, talk, wordsOf(message.body)), 0, 'The number of messages stored')
    const reading = await alice.refusal(
      transport => transport.history({ conversation: talk(alice), count: 1, at: { newest: true } }, { signal }),
      'an aborted history',
    )
    demandCode(reading, ['cancelled'], 'An aborted history')
  }),

  check('a command that is aborted on its way rejects with cancelled, with an effect that is true, and the link goes on', async stage => {
    const { alice, bob, talk } = await pair(stage)
    for (let turns = 0; turns < TRIES; turns++) {
      const message = draftOf(alice, talk)
      const abort = new AbortController()
      const sending = begun(alice.transport.send(message, { signal: abort.signal }))
      for (let turn = 0; turn < turns; turn++) await stage.turn()
      abort.abort()
      const refused = await alice.outcome(sending, 'an aborted send')
      await hear(bob, await say(alice, talk))
      const stored = await storedBy(bob, talk, wordsOf(message.body))
      if (refused === undefined) demandEqual(stored, 1, 'The number of messages stored by a send that was acked before it was aborted')
      else {
        demandCode(refused, ['cancelled'], 'An aborted send')
        demand(refused.effect !== 'none' || stored === 0, 'An aborted send says that it had no effect, and is stored.')
      }
    }
  }),

  check('a command that isn’t answered in time rejects with timeout, with an effect that is true, and the link goes on', async stage => {
    const { alice, bob, talk } = await pair(stage)
    for (const timeoutMs of [0, 1, 4]) {
      const message = draftOf(alice, talk)
      const refused = await alice.outcome(alice.transport.send(message, { timeoutMs }), 'a send with little time')
      if (refused !== undefined) demandCode(refused, ['timeout'], 'A send with little time')
      await hear(bob, await say(alice, talk))
      const stored = await storedBy(bob, talk, wordsOf(message.body))
      const effect = refused?.effect ?? 'done'
      demand(
        stored <= 1 && (effect !== 'none' || stored === 0),
        `A send with ${timeoutMs} ms of time says its effect is ${effect}, and is stored ${stored} times.`,
      )
      if (effect === 'done') demandEqual(stored, 1, 'The number of messages stored by a send that was acked')
    }
  }),

  check('an op that is not aborted and has time enough changes nothing', async stage => {
    const { alice, bob, talk } = await pair(stage)
    const message = draftOf(alice, talk)
    const abort = new AbortController()
    await alice.ask(transport => transport.send(message, { signal: abort.signal, timeoutMs: 60_000 }), 'send')
    abort.abort()
    await hear(bob, { from: alice.user, words: wordsOf(message.body) })
    demandEqual(await storedBy(bob, talk, wordsOf(message.body)), 1, 'The number of messages stored')
  }),

  check('a command that asks for nonsense is refused with a ChatError, and the link goes on', async stage => {
    const { alice, bob, talk } = await pair(stage)
    const said = await say(alice, talk)
    const nobody: Talk = () => 'direct:there-is-no-such-user-anywhere'
    const commands: readonly (readonly [string, () => Promise<unknown>])[] = [
      ['recall of nothing', () => alice.transport.recall({})],
      ['mark at nothing', () => alice.transport.markRead(talk(alice), { upTo: {} })],
      ['history around nothing', () => alice.transport.history({ conversation: talk(alice), count: 1, at: { around: '' } })],
      ['history of nobody', () => alice.transport.history({ conversation: nobody(alice), count: 1, at: { around: said.id } })],
      ['mark in a group that isn’t there', () => alice.transport.markRead('group:nobody-made-this-group', { upTo: { id: said.id } })],
    ]
    for (const [what, run] of commands) await alice.refusal(run, what)
    await hear(bob, await say(alice, talk))
  }),
]
