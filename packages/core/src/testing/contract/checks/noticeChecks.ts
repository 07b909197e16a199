import type { RemoteMessage } from '../../../protocol/remoteMessage.ts'
import type { TransportEvent } from '../../../protocol/transport.ts'
import { pair, trio } from '../casts.ts'
import type { ContractBackend } from '../contractBackend.ts'
import type { Draft } from '../contractCheck.ts'
import { check, checkWith, notApplying } from '../contractCheck.ts'
import { demand, demandCode, demandEqual, present } from '../demand.ts'
import { entryOf } from '../listing.ts'
import { readMessages } from '../reading.ts'
import { draftOf, hear, lull, say } from '../saying.ts'

const MISSING = 'the backend has no notices to bring about'

const noticeOf = (event: TransportEvent): RemoteMessage | undefined =>
  event.type === 'message' && event.message.body.type === 'notice' ? event.message : undefined

const counted = '[NTC1] a notice doesn’t count as unread [unread: list]'

export const noticeChecks = ({ capabilities, notice }: ContractBackend): readonly Draft[] => [
  checkWith(notice, MISSING, '[NTC1] a notice is a row for everybody who is there, live and in history', async (stage, bringAbout) => {
    const { alice, bob, carol, talk } = await trio(stage)
    await bringAbout(talk(alice), bob.user)
    for (const client of [alice, bob, carol]) {
      const copy = await client.until(noticeOf, 'the notice')
      demand(copy.id !== undefined && copy.position !== undefined, 'A notice has no id, or no place in the order.')
      const stored = (await readMessages(client, talk)).find(({ id }) => id === copy.id)
      demandEqual(present(stored, 'notice in history').body, copy.body, 'The notice in history')
    }
  }),

  capabilities.unread === 'list' && capabilities.conversationList
    ? checkWith(notice, MISSING, counted, async (stage, bringAbout) => {
        const { alice, bob, talk } = await trio(stage)
        await hear(bob, await say(alice, talk))
        await bringAbout(talk(alice), bob.user)
        await bob.until(noticeOf, 'the notice')
        const { count, mentions = 0 } = present((await entryOf(bob, talk))?.unread, 'unread in the entry')
        demandEqual([count, mentions], [1, 0], 'The unread count of a text and a notice, and the mentions in it')
      })
    : notApplying(counted, 'the backend tells no unread numbers'),

  check('[NTC1] a notice that a client sends is refused', async stage => {
    const { alice, bob, talk } = await pair(stage)
    const draft = draftOf(alice, talk, { body: { type: 'notice', event: 'left', users: [bob.user] } })
    demandCode(await alice.refusal(transport => transport.send(draft), 'a notice'), ['invalid', 'unsupported', 'forbidden'], 'A notice')
    await lull([bob], alice, talk)
    demand(
      bob.events.every(event => noticeOf(event) === undefined),
      'A notice that was refused was told.',
    )
  }),
]
