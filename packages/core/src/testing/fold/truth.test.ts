import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Fact } from '../../protocol/fact.ts'
import type { Arrival } from '../generate/arrival.ts'
import { copyOf, refTo } from '../generate/naming.ts'
import { simulate } from '../generate/simulate.ts'
import { stampArrivals } from '../generate/stampArrivals.ts'
import { type Step, step } from '../generate/step.ts'
import { type Policy, storedIn, type Truth, unreadOnServer } from '../generate/truth.ts'
import { CONVERSATIONS, SELF } from '../generate/world.ts'
import { foldFacts } from './foldFacts.ts'

/** What leaves the backend's own account as it is: no removals, no refusals, no marks "of all that is here". */
const isPlain = (one: Step): boolean =>
  one.type !== 'remove' && !(one.type === 'receipt' && one.form === 'whole') && !(one.type === 'send' && one.fate.startsWith('refused'))

/** The device asks for all that there is, and gets it at once. */
const everything = (truth: Truth): readonly Arrival[] =>
  [...new Set(CONVERSATIONS)].flatMap((conversation, index): readonly Arrival[] => {
    const request = 1_000_000 + index
    const live = (fact: Fact): Arrival => ({ type: 'fact', fact })
    const stored = storedIn(truth, conversation)
    const mark = truth.myMark.get(conversation)
    const exactly = stored.filter(({ readByMe }) => readByMe).map(message => refTo(truth.policy, message, 'both', true))
    const gone = stored
      .filter(({ deleted }) => deleted)
      .flatMap(({ copies, from, localId }) => [{ from, localId }, ...copies.map(({ id }) => ({ conversation, id }))])
    const receipt = { type: 'receipt', origin: 'catchup', conversation, user: SELF, kind: 'read' } as const
    return [
      { type: 'request', request },
      {
        type: 'page',
        request,
        conversation,
        page: {
          facts: stored
            .filter(({ deleted }) => !deleted)
            .flatMap((message): readonly Fact[] => [
              ...message.copies.map(
                (_, which) => ({ type: 'message', origin: 'history', message: copyOf(message, 'full', which) }) as const,
              ),
              ...(message.edited === undefined ? [] : [message.edited]),
              ...(message.recalled === undefined ? [] : [message.recalled]),
            ]),
          covers: { from: 'start', to: 'live' },
        },
      },
      live({ type: 'deleted', origin: 'catchup', conversation, target: { exactly: gone } }),
      live({ ...receipt, target: { exactly } }),
      ...(mark === undefined ? [] : [live({ ...receipt, target: { upTo: { position: mark } } })]),
    ]
  })

const policy: fc.Arbitrary<Policy> = fc.record({
  ids: fc.constantFrom('global', 'conversation'),
  order: fc.constantFrom('atAck', 'late'),
  versions: fc.boolean(),
  opened: fc.boolean(),
})

it('[CVG1] the fold shows what the backend holds, once all of it came', () => {
  fc.assert(
    fc.property(policy, fc.array(step.filter(isPlain), { maxLength: 80, size: 'max' }), (backend, steps) => {
      const { truth, arrivals } = simulate(backend, steps)
      const { facts } = stampArrivals([...arrivals, ...everything(truth)])
      const chat = foldFacts({ self: SELF, ids: backend.ids, facts })
      for (const conversation of new Set(CONVERSATIONS)) {
        const held = storedIn(truth, conversation).filter(({ deleted, content }) => !deleted && content.body.type !== 'command')
        const shown = chat.conversations.get(conversation)
        expect(
          shown?.messages.map(({ ids, from, localId, position, body, recalled }) => ({
            ids,
            from,
            localId,
            position,
            body,
            gone: recalled !== undefined,
          })),
        ).toEqual(
          held.map(({ copies, from, localId, content, edited, recalled }) => ({
            ids: copies.map(({ id }) => id).sort(),
            from,
            localId,
            position: copies[0]?.position,
            body: recalled === undefined ? (edited?.body ?? content.body) : undefined,
            gone: recalled !== undefined,
          })),
        )
        expect(shown?.gaps).toEqual([])
        expect(shown?.unread).toEqual({ count: conversation === `direct:${SELF}` ? 0 : unreadOnServer(truth, conversation), exact: true })
      }
    }),
    { numRuns: 600 },
  )
})
