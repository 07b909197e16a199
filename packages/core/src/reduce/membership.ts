import { newest } from '../model/versioned.ts'
import type { MembershipFact } from '../protocol/fact.ts'
import type { Batch } from './batch.ts'
import type { ConversationState } from '../state/conversationState.ts'

/** Somebody's standing in a conversation [MEM1]. */
export const applyMembership = (slice: ConversationState, fact: MembershipFact & { readonly seq: number }, batch: Batch): void => {
  const { membership, seq, version, origin } = fact
  const before = slice.members.get(membership.user)
  const standing = newest(before?.standing, { value: membership, seq, ...(version !== undefined && { version }) })
  if (standing === before?.standing) return
  slice.members = slice.members.set({ user: membership.user, standing })
  batch.touch(slice.id).members = true
  if (origin !== 'history') batch.happenings.push({ type: 'membership', membership: standing.value })
}
