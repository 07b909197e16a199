import fc from 'fast-check'
import type { Journey } from './journey.ts'
import { answerJourney, messageJourney, option, relationJourney } from './journey.ts'

/** How a reference names its message. */
export type Naming = 'id' | 'localId' | 'both'
/** Which names a copy of a message carries. `localId` comes without a position, too: an echo before the server's order. */
export type CopyForm = 'full' | 'id' | 'localId'

interface Targeted {
  readonly conversation: number
  /** Which message, counted back from the newest. */
  readonly back: number
  readonly naming: Naming
  /** Whether the fact says its conversation, where it may leave that out. */
  readonly placed: boolean
  readonly journey: Journey
}

/** Something that happens at the backend, or that this device asks of it. Numbers are indexes, taken modulo what there is. */
export type Step =
  | {
      readonly type: 'post'
      readonly conversation: number
      readonly from: number
      readonly form: CopyForm
      readonly command: boolean
      readonly extras: number
      readonly journey: Journey
    }
  | {
      readonly type: 'send'
      readonly conversation: number
      readonly ack: Journey
      readonly echo: Journey
      readonly form: CopyForm
      /** What else befalls it: refused at once, refused after its ack, stored twice. */
      readonly fate: 'stored' | 'refused' | 'refusedAfterAck' | 'storedTwice'
      /** Whether the outbox still has it. */
      readonly pending: 'queued' | 'sending' | 'uncertain' | 'failed' | undefined
    }
  | ({
      readonly type: 'edit' | 'recall'
      readonly as: 'author' | 'moderator' | 'server' | 'stranger'
      readonly timed: boolean
    } & Targeted)
  | ({ readonly type: 'delete'; readonly through: boolean } & Targeted)
  | ({
      readonly type: 'receipt'
      readonly user: number
      readonly kind: 'delivered' | 'read'
      readonly form: 'upTo' | 'upToPosition' | 'upToBoth' | 'exactly' | 'whole' | 'wholeThrough'
    } & Targeted)
  | ({ readonly type: 'count'; readonly read: number; readonly delivered: number | undefined; readonly of: number | undefined } & Targeted)
  | ({ readonly type: 'react'; readonly user: number; readonly emoji: number; readonly active: boolean } & Targeted)
  | ({ readonly type: 'pin'; readonly user: number; readonly pinned: boolean } & Omit<Targeted, 'naming' | 'placed'>)
  | {
      readonly type: 'page'
      readonly conversation: number
      readonly back: number
      readonly length: number
      readonly relations: boolean
      readonly form: CopyForm
      readonly journey: Journey
    }
  | { readonly type: 'list'; readonly conversation: number; readonly count: number; readonly fields: number; readonly journey: Journey }
  | { readonly type: 'entry'; readonly conversation: number; readonly fields: number; readonly journey: Journey }
  | { readonly type: 'gap'; readonly conversation: number; readonly everywhere: boolean }
  | ({ readonly type: 'remove'; readonly withHistory: boolean; readonly through: boolean } & Omit<Targeted, 'naming' | 'placed'>)
  | { readonly type: 'membership'; readonly conversation: number; readonly user: number; readonly state: number; readonly journey: Journey }
  | { readonly type: 'blocklist'; readonly blocked: number; readonly unblocked: number; readonly whole: boolean; readonly journey: Journey }
  | { readonly type: 'ephemeral'; readonly conversation: number; readonly user: number; readonly journey: Journey }

const index = fc.nat(15)
const conversation = fc.nat(6)
const form = fc.constantFrom<CopyForm>('full', 'full', 'full', 'id', 'id', 'localId')
const target = {
  conversation,
  back: fc.oneof({ weight: 3, arbitrary: fc.nat(2) }, { weight: 1, arbitrary: index }),
  naming: fc.constantFrom<Naming>('id', 'id', 'id', 'localId', 'localId', 'both'),
  placed: fc.boolean(),
  journey: relationJourney,
}
const user = fc.nat(3)
const change = {
  as: fc.constantFrom(
    'author' as const,
    'author' as const,
    'author' as const,
    'moderator' as const,
    'server' as const,
    'stranger' as const,
  ),
  timed: fc.boolean(),
  ...target,
}

/** Weighted so that every kind of fact has its share of a run. */
export const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 161,
    arbitrary: fc.record({
      type: fc.constant('post' as const),
      conversation,
      from: user,
      form,
      command: fc.nat(9).map(chance => chance === 0),
      extras: fc.nat(9),
      journey: messageJourney,
    }),
  },
  {
    weight: 201,
    arbitrary: fc.record({
      type: fc.constant('send' as const),
      conversation,
      ack: messageJourney,
      echo: messageJourney,
      form,
      fate: fc.constantFrom(
        'stored' as const,
        'stored' as const,
        'refused' as const,
        'refused' as const,
        'refused' as const,
        'refusedAfterAck' as const,
        'storedTwice' as const,
      ),
      pending: fc.constantFrom('queued' as const, 'sending' as const, 'uncertain' as const, 'failed' as const, undefined, undefined),
    }),
  },
  { weight: 121, arbitrary: fc.record({ type: fc.constant('edit' as const), ...change }) },
  { weight: 126, arbitrary: fc.record({ type: fc.constant('recall' as const), ...change }) },
  {
    weight: 128,
    arbitrary: fc.record({ type: fc.constant('delete' as const), through: fc.nat(4).map(chance => chance === 0), ...target }),
  },
  {
    weight: 131,
    arbitrary: fc.record({
      type: fc.constant('receipt' as const),
      user,
      kind: fc.constantFrom('delivered' as const, 'read' as const, 'read' as const),
      form: fc.constantFrom(
        'upTo' as const,
        'upTo' as const,
        'upToPosition' as const,
        'upToBoth' as const,
        'exactly' as const,
        'exactly' as const,
        'whole' as const,
        'wholeThrough' as const,
      ),
      ...target,
    }),
  },
  {
    weight: 128,
    arbitrary: fc.record({
      type: fc.constant('count' as const),
      read: fc.nat(4),
      delivered: option(fc.nat(4), 10),
      of: option(fc.integer({ min: 3, max: 4 }), 10),
      ...target,
    }),
  },
  {
    weight: 130,
    arbitrary: fc.record({
      type: fc.constant('react' as const),
      user,
      emoji: fc.nat(2),
      active: fc.nat(3).map(chance => chance > 0),
      ...target,
    }),
  },
  {
    weight: 125,
    arbitrary: fc.record({
      type: fc.constant('pin' as const),
      user,
      pinned: fc.nat(2).map(chance => chance > 0),
      conversation,
      back: fc.nat(3),
      journey: relationJourney,
    }),
  },
  {
    weight: 97,
    arbitrary: fc.record({
      type: fc.constant('page' as const),
      conversation,
      back: fc.oneof(fc.constant(0), fc.nat(8)),
      length: fc.nat(3),
      relations: fc.boolean(),
      form,
      journey: answerJourney,
    }),
  },
  {
    weight: 30,
    arbitrary: fc.record({
      type: fc.constant('list' as const),
      conversation,
      count: fc.nat(2),
      fields: fc.nat(255),
      journey: answerJourney,
    }),
  },
  {
    weight: 54,
    arbitrary: fc.record({ type: fc.constant('entry' as const), conversation, fields: fc.nat(255), journey: relationJourney }),
  },
  {
    weight: 115,
    arbitrary: fc.record({ type: fc.constant('gap' as const), conversation, everywhere: fc.nat(4).map(chance => chance === 0) }),
  },
  {
    weight: 110,
    arbitrary: fc.record({
      type: fc.constant('remove' as const),
      withHistory: fc.nat(3).map(chance => chance === 0),
      through: fc.boolean(),
      conversation,
      back: index,
      journey: relationJourney,
    }),
  },
  {
    weight: 111,
    arbitrary: fc.record({ type: fc.constant('membership' as const), conversation, user, state: fc.nat(5), journey: relationJourney }),
  },
  {
    weight: 111,
    arbitrary: fc.record({
      type: fc.constant('blocklist' as const),
      blocked: fc.nat(15),
      unblocked: fc.nat(15),
      whole: fc.boolean(),
      journey: relationJourney,
    }),
  },
  { weight: 109, arbitrary: fc.record({ type: fc.constant('ephemeral' as const), conversation, user, journey: relationJourney }) },
)
