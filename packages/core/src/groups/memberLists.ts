import { lastCall } from '../binding/lastCall.ts'
import { conversationKind, type ConversationId } from '../model/ids.ts'
import type { Json } from '../model/json.ts'
import type { Membership } from '../model/membership.ts'
import type { Outcome } from '../model/outcome.ts'
import type { Readable } from '../model/readable.ts'
import { keyedReadables } from '../parts/keyedReadables.ts'
import type { PartContext } from '../part.ts'
import type { MembersPage } from '../protocol/transport.ts'
import type { ConversationState } from '../state/conversationState.ts'
import { createMemberLoad, type MemberLoad, type MemberPages } from './memberLoad.ts'
import { invitedView, membersView } from './membersView.ts'

/** Who is in each conversation. */
export interface MemberLists {
  readonly members: (conversation: ConversationId) => Readable<readonly Membership[]>
  readonly invited: (conversation: ConversationId) => Readable<readonly Membership[]>
  readonly pages: (conversation: ConversationId) => Readable<MemberPages>
  readonly load: (conversation: ConversationId, more: boolean) => Promise<Outcome>
}

export type AskMembers = (
  conversation: ConversationId,
  query: { readonly count: number; readonly cursor?: Json },
) => Promise<Outcome<MembersPage>>

export const createMemberLists = (context: PartContext, ask: AskMembers): MemberLists => {
  const loads = new Map<ConversationId, MemberLoad>()
  /** Whether I was a member when somebody looked last. */
  const belonged = new Map<ConversationId, boolean>()
  const belongs = (id: ConversationId): boolean => context.conversation(id).members.get(context.self)?.standing.value.state === 'member'
  const loadOf = (id: ConversationId): MemberLoad => {
    const known = loads.get(id)
    if (known !== undefined) return known
    const changed = (): void => pages.watched.get(id)?.refresh()
    const made = createMemberLoad({ context, conversation: id, ask: query => ask(id, query), changed })
    loads.set(id, made)
    belonged.set(id, belongs(id))
    return made
  }
  /** Between two people there is nobody to load. */
  const want = (id: ConversationId, wanted: boolean): void => {
    if (conversationKind(id) !== 'direct') loadOf(id).want(wanted)
  }

  const listsBy = (view: (members: ConversationState['members']) => readonly Membership[]) =>
    keyedReadables((id: ConversationId, watched) => {
      // Every message of the conversation asks again.
      const viewOnce = lastCall(view)
      return context.conversationReadable(id, ({ members }) => viewOnce(members), watched)
    }, want)
  const members = listsBy(membersView)
  const invited = listsBy(invitedView)
  const pages = keyedReadables((id: ConversationId, watched) => context.readable(() => loadOf(id).pages(), watched))

  // Whoever comes into a conversation, or back, may ask what was refused before, and has heard nothing meanwhile.
  context.onFacts(facts => {
    for (const fact of facts) {
      if (fact.type !== 'membership' || fact.membership.user !== context.self) continue
      const { conversation } = fact.membership
      const before = belonged.get(conversation)
      if (before === undefined) continue
      const now = belongs(conversation)
      belonged.set(conversation, now)
      // What a list says of me is no news: it is that list.
      if (now && !before && fact.origin !== 'history') loadOf(conversation).outdated()
    }
  })

  return {
    members: members.of,
    invited: invited.of,
    pages: pages.of,
    load: (id, more) => (more ? loadOf(id).more() : loadOf(id).load()),
  }
}
