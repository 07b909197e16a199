import type { Json } from '@parlance/core'
import { conversationKind } from '@parlance/core'
import type { BackendSession } from '@parlance/sandbox'
import type { Standings } from './standings.ts'

/** How things stand for somebody whose device is new: nothing of it is news. What the backend doesn't tell stays unknown. */
export const learnStandings = (session: BackendSession, standings: Standings): void => {
  const shared: Parameters<Standings['heading']>[0][] = []
  attempt(() => {
    for (let cursor: Json | undefined; ; ) {
      const page = session.request('conversations', { count: 50, ...(cursor !== undefined && { cursor }) })
      for (const { id, title, avatar, pinned } of page.entries) {
        standings.heading(id, {
          ...(title !== undefined && { title }),
          ...(avatar !== undefined && { avatar }),
          ...(pinned !== undefined && { pinned }),
        })
        if (conversationKind(id) !== 'direct') shared.push(id)
      }
      cursor = page.next
      if (cursor === undefined) return
    }
  })
  for (const conversation of shared) {
    attempt(() => {
      for (let cursor: Json | undefined; ; ) {
        const page = session.request('members', { conversation, count: 50, ...(cursor !== undefined && { cursor }) })
        for (const { membership } of page.members) standings.member(membership)
        cursor = page.next
        if (cursor === undefined) return
      }
    })
  }
  attempt(() => {
    for (const contact of session.request('contacts', {}).contacts) standings.contact(contact)
  })
}

/** A policy may have taken it away. */
const attempt = (run: () => void): void => {
  try {
    run()
  } catch {
    // Then nothing of it is known, and the first news of it is taken for how it stood.
  }
}
