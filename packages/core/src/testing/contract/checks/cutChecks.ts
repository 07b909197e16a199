import type { Effect } from '../../../model/error.ts'
import type { OutgoingMessage } from '../../../protocol/remoteMessage.ts'
import { pair } from '../casts.ts'
import type { Client } from '../client.ts'
import type { ContractBackend, ContractNetwork } from '../contractBackend.ts'
import type { Draft } from '../contractCheck.ts'
import { begun } from '../begun.ts'
import { checkWith } from '../contractCheck.ts'
import { chatErrorOf, demand, demandCode, demandEqual, present } from '../demand.ts'
import { readMessages } from '../reading.ts'
import { lost, relink } from '../relink.ts'
import { copies, count, draftOf, hear, lull, messagesOf, say, wordsOf } from '../saying.ts'
import type { Stage, Talk } from '../stage.ts'

const NO_NETWORK = 'the backend’s network can’t be cut'
const NO_SILENCE = 'the backend’s network can’t be silenced, or its clock can’t be moved'
/** What a command is given, and how long nobody may hear anything before a link is given up. */
const TIME_MS = 50
const LONG_MS = 120_000
/** After how many turns a link is cut: from before anything left to after all was answered. */
const POINTS = 14

/** Cuts a link after so many turns, and gets it back. */
const interrupt = async (stage: Stage, network: ContractNetwork, client: Client, turns: number): Promise<void> => {
  for (let turn = 0; turn < turns; turn++) await stage.turn()
  const since = client.events.length
  await network.cut(client.user)
  await lost(client, since)
  await network.restore(client.user)
  await relink(client, since)
}

/** Begins to send, and says what is known of it in the end. */
const effectOf = (client: Client, message: OutgoingMessage): Promise<Effect> =>
  client.transport.send(message).then(
    () => 'done',
    (thrown: unknown) => chatErrorOf(thrown, 'A send whose link was cut').effect,
  )

const bounds: Readonly<Record<Effect, readonly number[]>> = { none: [0], maybe: [0, 1], done: [1] }

export const cutChecks = ({ network, capabilities, advance }: ContractBackend): readonly Draft[] => {
  const { dedupe, reconnects } = capabilities
  const counts = async (reader: Client, talk: Talk, message: OutgoingMessage): Promise<number> =>
    count(await readMessages(reader, talk), wordsOf(message.body))

  return [
    checkWith(
      network,
      NO_NETWORK,
      `[CON1] a link that is cut says so, and is synced again once it can be [reconnects: ${reconnects}]`,
      async (stage, { cut, restore }) => {
        const { alice, bob, talk } = await pair(stage)
        const since = alice.events.length
        await cut(alice.user)
        await lost(alice, since)
        await restore(alice.user)
        await relink(alice, since)
        const said = await say(bob, talk)
        await hear(alice, said, since)
      },
    ),

    checkWith(
      network,
      NO_NETWORK,
      '[SND6] a link cut at any point of a send: one message, or none and an effect that says so, never two',
      async (stage, network) => {
        const { alice, bob, talk } = await pair(stage)
        const all: OutgoingMessage[] = []
        for (let turns = 0; turns < POINTS; turns++) {
          const message = draftOf(alice, talk)
          all.push(message)
          const sending = begun(effectOf(alice, message))
          await interrupt(stage, network, alice, turns)
          const effect = await stage.wait(sending, () => 'a send to settle after its link was cut')
          const stored = await counts(bob, talk, message)
          demand(
            bounds[effect].includes(stored),
            `A send that was cut off after ${turns} turns says its effect is ${effect}; it is stored ${stored} times.`,
          )
          // As an outbox goes on: the same localId again, or, where that would be another message, only what isn't there.
          if (dedupe !== 'none' || stored === 0) await alice.ask(transport => transport.send(message), 'a send after the link was cut')
          demandEqual(
            await counts(bob, talk, message),
            1,
            `The number of messages stored after a send was cut off after ${turns} turns and repeated`,
          )
        }
        for (const message of all) demandEqual(await counts(bob, talk, message), 1, 'The number of messages stored in the end')
      },
    ),

    checkWith(
      network,
      NO_NETWORK,
      '[LNK1] a receiver’s link cut at any point loses nothing and doubles nothing, unless synced says gap',
      async (stage, network) => {
        const { alice, bob, talk } = await pair(stage)
        for (let turns = 0; turns < POINTS; turns++) {
          const since = bob.events.length
          const drafts = Array.from({ length: 4 }, () => draftOf(alice, talk))
          const sending = begun(Promise.all(drafts.map(draft => alice.transport.send(draft))))
          await interrupt(stage, network, bob, turns)
          await stage.wait(sending, () => 'answers to sends')
          await lull([bob], alice, talk)
          const gap = bob.events.slice(since).some(event => event.type === 'synced' && event.continuity === 'gap')
          const heard = messagesOf(bob.events.slice(since), talk(bob)).map(({ body }) => wordsOf(body))
          for (const { body } of drafts) {
            const times = heard.filter(words => words === wordsOf(body)).length
            demand(
              times === 1 || (gap && times === 0),
              `A message came ${times} times to a link that was cut after ${turns} turns${gap ? ', a gap said' : ''}.`,
            )
          }
        }
      },
    ),

    checkWith(
      network,
      NO_NETWORK,
      '[SND4] commands given while a link is cut reject with an effect that is true, and their like succeed afterwards',
      async (stage, { cut, restore }) => {
        const { alice, bob, talk } = await pair(stage)
        const since = alice.events.length
        await cut(alice.user)
        const message = draftOf(alice, talk)
        const sending = begun(effectOf(alice, message))
        await lost(alice, since)
        const effect = await stage.wait(sending, () => 'a send to settle while its link is cut')
        demand(effect !== 'done', 'A send over a link that is cut was acked.')
        const refusal = await alice.refusal(
          transport => transport.history({ conversation: talk(alice), count: 1, at: { newest: true } }),
          'history while the link is lost',
        )
        demandCode(refusal, ['offline', 'unavailable', 'timeout'], 'history while the link is lost')
        await restore(alice.user)
        await relink(alice, since)
        demandEqual(await counts(bob, talk, message), 0, 'The number of messages stored while the link was cut')
        const said = await say(alice, talk)
        await hear(bob, said)
        demandEqual(copies(bob, said), 1, 'The number of copies of a message sent after the link was cut')
      },
    ),

    checkWith(
      network?.silence,
      NO_SILENCE,
      'a command that nobody answers rejects with timeout after the time it was given, and the link goes on',
      async (stage, silence) => {
        const { alice, bob, talk } = await pair(stage)
        const message = draftOf(alice, talk)
        await silence(alice.user)
        let settled = false
        const settle = (): void => {
          settled = true
        }
        const sending = begun(alice.transport.send(message, { timeoutMs: TIME_MS }))
        sending.then(settle, settle)
        if (advance !== undefined) {
          await advance(4 * TIME_MS)
          demandEqual(settled, true, 'Whether a send settles in the time it was given')
        }
        const refused = present(await alice.outcome(sending, 'a send that nobody answers'), 'error of a send that nobody answers')
        demandCode(refused, ['timeout'], 'A send that nobody answers')
        demand(refused.effect !== 'done', 'A send that nobody answers says that it was done.')
        await network?.restore(alice.user)
        await hear(bob, await say(alice, talk))
        const stored = await counts(bob, talk, message)
        demand(
          bounds[refused.effect].includes(stored),
          `A send that timed out says its effect is ${refused.effect}; it is stored ${stored} times.`,
        )
      },
    ),

    checkWith(
      network?.silence,
      NO_SILENCE,
      '[LNK1] what was lost in a short silence comes later, once and in order, unless a gap is said',
      async (stage, silence) => {
        const { alice, bob, talk } = await pair(stage)
        await hear(bob, await say(alice, talk))
        const since = bob.events.length
        await silence(bob.user)
        const all = [await say(alice, talk), await say(alice, talk)]
        await network?.restore(bob.user)
        await lull([bob], alice, talk)
        const came = bob.events.slice(since)
        const gap = came.some(event => event.type === 'synced' && event.continuity === 'gap')
        const heard = messagesOf(came, talk(bob))
          .map(({ body }) => wordsOf(body))
          .slice(0, all.length)
        demand(
          gap || heard.join() === all.map(({ words }) => words).join(),
          'What was sent in a short silence did not come, and no gap was said.',
        )
      },
    ),

    checkWith(
      network?.silence === undefined ? undefined : advance,
      NO_SILENCE,
      '[LNK1] a link on which nothing is heard any more is given up',
      async (stage, pass) => {
        const { alice, bob, talk } = await pair(stage)
        const since = alice.events.length
        await network?.silence?.(alice.user)
        await pass(LONG_MS)
        await lost(alice, since)
        await network?.restore(alice.user)
        await relink(alice, since)
        await hear(alice, await say(bob, talk), since)
      },
    ),
  ]
}
