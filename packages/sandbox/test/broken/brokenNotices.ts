import type { Body } from '@parlance/core'
import { bodies, facts } from '../bend.ts'
import type { Broken } from './broken.ts'
import { missing } from './broken.ts'

const isNotice = ({ type }: Body): boolean => type === 'notice'

export const brokenNotices: readonly Broken[] = [
  {
    fault: 'tells no notices',
    bend: facts(fact => (fact.type === 'message' && isNotice(fact.message.body) ? [] : [fact])),
    caught: ['a notice is a row for everybody', 'a notice doesn’t count as unread'],
  },
  {
    fault: 'tells notices as if nobody could read them',
    bend: bodies(body => (isNotice(body) ? { type: 'unknown' } : body)),
    caught: ['a notice is a row for everybody'],
  },
  {
    fault: 'counts everything in a group as unread',
    bend: straight => ({
      async conversations(query, op) {
        const page = await (straight.conversations?.(query, op) ?? missing())
        const entries = page.entries.map(entry => ({ ...entry, unread: { count: 9, mentions: 9 } }))
        return { ...page, entries }
      },
    }),
    caught: ['a notice doesn’t count as unread', 'an entry’s mentions are the unread that name me'],
  },
  {
    fault: 'lets anybody tell of what happened to a conversation',
    bend: straight => ({
      send: (message, op) =>
        straight.send(isNotice(message.body) ? { ...message, body: { type: 'unknown', original: { type: 'notice' } } } : message, op),
    }),
    caught: ['a notice that a client sends is refused'],
  },
]
