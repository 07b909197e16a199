import type { ConversationId, Json, MembersPage } from '@parlance/core'
import type { Standings } from './standings.ts'

type AskMembers = (args: { readonly conversation: ConversationId; readonly count: number; readonly cursor?: Json }) => MembersPage

/** Who is in a group or room, for somebody who is new there or on a new device: their being there is no news. */
export const learnMembers = (ask: AskMembers, conversation: ConversationId, standings: Standings): void => {
  for (let cursor: Json | undefined; ; ) {
    const page = ask({ conversation, count: 50, ...(cursor !== undefined && { cursor }) })
    for (const { membership } of page.members) standings.member(membership)
    cursor = page.next
    if (cursor === undefined) return
  }
}
