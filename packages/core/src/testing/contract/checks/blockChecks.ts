import type { BlockOps } from '../../../protocol/transport.ts'
import { pair, pairAndTablet } from '../casts.ts'
import type { Client } from '../client.ts'
import type { ContractBackend } from '../contractBackend.ts'
import type { Draft } from '../contractCheck.ts'
import { check } from '../contractCheck.ts'
import { demand, demandCode, demandEqual, present } from '../demand.ts'
import { draftOf, hear, lull, say } from '../saying.ts'
import { between } from '../stage.ts'

const ask = <T>(client: Client, what: keyof BlockOps, run: (ops: BlockOps) => Promise<T>): Promise<T> =>
  client.ask(transport => run(present(transport.blocks, 'blocks')), what)

/** Waits until a client is told that somebody is blocked, or isn't. */
const hearBlock = (client: Client, user: string, blocked: boolean, since: number): Promise<true> =>
  client.until(
    event =>
      event.type === 'blocklist' && (blocked ? event.blocked : event.unblocked)?.includes(user) === true ? (true as const) : undefined,
    `${user} as ${blocked ? 'blocked' : 'not blocked'}`,
    since,
  )

const withBlocks = (refusalAfterAck: boolean): readonly Draft[] => [
  check('[CTC1] whom I block and unblock is told to my other device, and not to them [blocks]', async stage => {
    const { alice, bob, tablet } = await pairAndTablet(stage)
    const carol = await stage.online('carol')
    const [since, before] = [tablet.events.length, bob.events.length]
    await ask(alice, 'block', ops => ops.block(bob.user))
    await hearBlock(tablet, bob.user, true, since)
    await ask(alice, 'unblock', ops => ops.unblock(bob.user))
    await hearBlock(tablet, bob.user, false, since)
    await lull([bob], carol, between(carol, bob))
    demand(
      bob.events.slice(before).every(({ type }) => type !== 'blocklist'),
      'Who was blocked was told.',
    )
  }),

  check('[CTC1] the list of whom I blocked is whole, mine alone, and no older than what was told [blocks]', async stage => {
    const { alice, bob } = await pair(stage)
    const carol = await stage.user('carol')
    for (const user of [bob.user, carol]) await ask(alice, 'block', ops => ops.block(user))
    await ask(alice, 'unblock', ops => ops.unblock(bob.user))
    const list = await ask(alice, 'list', ops => ops.list())
    demand(list.whole === true, 'The list doesn’t say that it is whole.')
    demandEqual(list.blocked, [carol], 'Whom I blocked')
    demandEqual((await ask(bob, 'list', ops => ops.list())).blocked ?? [], [], 'Whom somebody else blocked')
    const told = alice.events.flatMap(event => (event.type === 'blocklist' ? [event.version ?? ''] : []))
    demand(
      told.every(version => version <= (list.version ?? '')),
      'The list has a version below what was told before.',
    )
  }),

  check('[SND10] who is blocked can’t write to who blocked, until that is over [blocks]', async stage => {
    const { alice, bob, talk } = await pair(stage)
    await ask(bob, 'block', ops => ops.block(alice.user))
    const message = draftOf(alice, talk)
    if (refusalAfterAck) {
      await alice.ask(transport => transport.send(message), 'send to who has blocked me')
      await alice.until(event => (event.type === 'refused' && event.localId === message.localId ? event : undefined), 'the refusal')
    } else {
      const refusal = await alice.refusal(transport => transport.send(message), 'send to who has blocked me')
      demandCode(refusal, ['blocked', 'forbidden'], 'A send to who has blocked me')
    }
    await ask(bob, 'unblock', ops => ops.unblock(alice.user))
    await hear(bob, await say(alice, talk))
  }),
]

const withoutBlocks: readonly Draft[] = [
  check('blocks are absent, or refused with unsupported [blocks: none]', async stage => {
    const { alice, bob } = await pair(stage)
    const { blocks } = alice.transport
    if (blocks === undefined) return
    for (const run of [() => blocks.list(), () => blocks.block(bob.user), () => blocks.unblock(bob.user)])
      demandCode(await alice.refusal(run, 'something about blocks'), ['unsupported'], 'Something about blocks')
  }),
]

export const blockChecks = ({ capabilities: { blocks, refusalAfterAck } }: ContractBackend): readonly Draft[] =>
  blocks === true ? withBlocks(refusalAfterAck) : withoutBlocks
