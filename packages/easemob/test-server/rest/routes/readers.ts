import { group } from '@parlance/core'
import { fromWireId } from '../../frames/ids.ts'
import type { RestHandler } from '../request.ts'
import type { Route } from '../route.ts'

/** Who has read a group message: all at once, up to the limit, because the SDK never asks for a second page. */
const readers: RestHandler = ({ hub, user, param, query }) => {
  const limit = Number(query.get('limit') ?? 500)
  const target = { conversation: group(param('group')), id: fromWireId(param('message')) }
  const list: string[] = []
  let after: string | undefined
  do {
    const page = hub.backend.act(user, 'readers', { target, count: 50, ...(after !== undefined && { after }) })
    list.push(...page.items.map(reader => reader.user))
    after = page.next
  } while (after !== undefined && list.length < limit)
  const userlist = list.slice(0, limit)
  return {
    data: {
      ackmid: param('message'),
      is_last: userlist.length === list.length && after === undefined,
      next_key: '',
      timestamp: hub.backend.now(),
      total: userlist.length,
      userlist,
    },
  }
}

export const readerRoutes: readonly Route[] = [{ method: 'GET', path: 'chatgroups/:group/acks/:message', handler: readers }]
