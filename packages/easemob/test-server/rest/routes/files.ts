import type { ConversationId, UserId } from '@parlance/core'
import { chatError, direct } from '@parlance/core'
import { secretOf } from '../../bodies/fileSecret.ts'
import type { Hub } from '../../hub/hub.ts'
import type { RestHandler } from '../request.ts'
import type { Route } from '../route.ts'

/** Keeps a file, and says where it is and by what secret it may be fetched. */
const upload: RestHandler = async ({ hub, user, actor, form, query, base }) => {
  const file = (await form()).get('file')
  if (!(file instanceof File)) throw chatError('invalid')
  const attachment = hub.request(actor, 'uploadPart', {
    conversation: targetOf(hub, user, query),
    upload: crypto.randomUUID(),
    offset: 0,
    bytes: Buffer.from(await file.arrayBuffer()).toString('base64'),
    last: true,
    name: file.name,
    mime: file.type === '' ? 'application/octet-stream' : file.type,
  })
  const uuid = attachment?.url?.split('/').at(-1) ?? ''
  const metadata = { 'content-length': file.size, 'content-type': file.type }
  return {
    uri: `${base}/chatfiles`,
    entities: [{ uuid, type: 'chatfile', 'share-secret': secretOf(attachment?.url), 'file-metadata': metadata }],
  }
}

/** What the file is for; what is for nothing in particular is for oneself. */
const targetOf = ({ addresses }: Hub, user: UserId, query: URLSearchParams): ConversationId => {
  const target = query.get('chat-target') ?? 'undefined'
  if (target === 'undefined') return direct(user)
  return /group|room/i.test(query.get('chat-type') ?? '') ? addresses.shared(target) : direct(target)
}

export const fileRoutes: readonly Route[] = [{ method: 'POST', path: 'chatfiles', handler: upload }]
