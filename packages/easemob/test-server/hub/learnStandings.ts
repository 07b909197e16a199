import type { ConversationId, Json } from '@parlance/core'
import { conversationKind } from '@parlance/core'
import type { BackendSession } from '@parlance/sandbox'
import { attempt } from './attempt.ts'
import { learnMembers } from './learnMembers.ts'
import type { Standings } from './standings.ts'

/** How things stand for somebody whose device is new: nothing of it is news. What the backend doesn't tell stays unknown. */
export const learnStandings = (session: BackendSession, standings: Standings): void => {
  const shared: ConversationId[] = []
  attempt(() => {
    for (let cursor: Json | undefined; ; ) {
      const page = session.request('conversations', { count: 50, ...(cursor !== undefined && { cursor }) })
      for (const { id, title, avatar, pinned, silenced } of page.entries) {
        const heading = { ...(title !== undefined && { title }), ...(avatar !== undefined && { avatar }) }
        standings.heading(id, { ...heading, ...(pinned !== undefined && { pinned }), ...(silenced !== undefined && { silenced }) })
        if (conversationKind(id) !== 'direct') shared.push(id)
      }
      cursor = page.next
      if (cursor === undefined) return
    }
  })
  for (const conversation of shared) attempt(() => learnMembers(args => session.request('members', args), conversation, standings))
  attempt(() => {
    for (const contact of session.request('contacts', {}).contacts) standings.contact(contact)
  })
}
