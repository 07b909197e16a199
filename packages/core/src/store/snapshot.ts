import type { Draft } from '../model/conversation.ts'
import { errorFrom } from '../model/error.ts'
import type { ConversationId, UserId } from '../model/ids.ts'
import type { Json } from '../model/json.ts'
import type { StampedFact } from '../protocol/stampedFact.ts'
import type { ChatState } from '../reduce/chatState.ts'
import { stateFacts } from './stateFacts.ts'

/** State as the facts that make it: what joins on a server joins the same in a browser. */
export interface Snapshot {
  readonly parlance: 1
  readonly self: UserId
  /** The counter goes on from here. */
  readonly seq: number
  readonly facts: readonly StampedFact[]
  readonly drafts: readonly { readonly conversation: ConversationId; readonly draft: Draft }[]
}

export const snapshotOf = (state: ChatState, seq: number): Json =>
  asJson({
    parlance: 1,
    self: state.self,
    seq,
    facts: [...stateFacts(state)],
    drafts: [...state.conversations()].flatMap(({ id, draft }) =>
      draft === undefined ? [] : [{ conversation: id, draft: withoutFiles(draft) }],
    ),
  })

/**
 * The snapshot that facts make: `createChat({ snapshot })` then shows the state right after them. For inspectors that keep what
 * `facts$` told and want to see an earlier moment.
 * @example createChat({ transport, snapshot: snapshotOfFacts(chat.self, log.slice(0, moment)) })
 */
export const snapshotOfFacts = (self: UserId, facts: readonly StampedFact[]): Json =>
  asJson({ parlance: 1, self, seq: facts.reduce((most, { seq }) => Math.max(most, seq), 0), facts, drafts: [] })

/** What a snapshot holds, or `undefined` if it is none of this account. */
export const readSnapshot = (json: unknown, self: UserId): Snapshot | undefined =>
  isSnapshot(json) && json.self === self ? { ...json, facts: json.facts.map(withError) } : undefined

const asJson = (snapshot: Snapshot): Json => JSON.parse(JSON.stringify(snapshot)) as Json

const isSnapshot = (json: unknown): json is Snapshot =>
  typeof json === 'object' &&
  json !== null &&
  'parlance' in json &&
  json.parlance === 1 &&
  'facts' in json &&
  Array.isArray(json.facts) &&
  'drafts' in json &&
  Array.isArray(json.drafts) &&
  'seq' in json &&
  typeof json.seq === 'number'

/** Of an error JSON keeps what it says, not what it is. */
const withError = (fact: StampedFact): StampedFact => (fact.type === 'refused' ? { ...fact, error: errorFrom(fact.error) } : fact)

const withoutFiles = ({ attachments: _attachments, ...draft }: Draft): Draft => draft
