import type { Capabilities } from '@parlance/core'
import * as v from 'valibot'
import { countSchema } from './ids.ts'
import type { Schema } from './schema.ts'

const forms = v.object({ upTo: v.boolean(), exactly: v.boolean(), whole: v.boolean(), maxRefs: v.exactOptional(countSchema) })

export const capabilitiesSchema: Schema<Capabilities> = v.object({
  ack: v.picklist(['stored', 'taken']),
  dedupe: v.union([v.picklist(['always', 'none']), v.object({ windowMs: countSchema })]),
  localIdVisible: v.boolean(),
  refusalAfterAck: v.boolean(),
  reconnects: v.picklist(['transport', 'core']),
  order: v.picklist(['atAck', 'late']),
  ids: v.picklist(['global', 'conversation']),
  delivered: v.picklist(['auto', 'manual', 'none']),
  read: v.object({ direct: forms, group: forms }),
  readCount: v.picklist(['perMessageOptIn', 'everyMessage', 'derived', 'none']),
  readers: v.boolean(),
  recall: v.object({ mode: v.picklist(['server', 'marker', 'none']), windowMs: v.exactOptional(countSchema), enforced: v.boolean() }),
  edit: v.exactOptional(v.object({ windowMs: v.exactOptional(countSchema), moderators: v.boolean() })),
  history: v.object({
    backward: v.boolean(),
    forward: v.boolean(),
    around: v.boolean(),
    maxPage: countSchema,
    returns: v.picklist(['current', 'original']),
    includes: v.array(v.picklist(['edits', 'recalls', 'deletions', 'receipts', 'counts'])),
  }),
  resume: v.boolean(),
  ownEcho: v.boolean(),
  conversationList: v.boolean(),
  unread: v.picklist(['list', 'none']),
  removal: v.picklist(['none', 'conversation', 'withHistory']),
  deletion: v.picklist(['none', 'forMe', 'forAll']),
  ephemeral: v.boolean(),
  attachments: v.exactOptional(v.object({ maxBytes: countSchema })),
  maxMessageBytes: countSchema,
  settings: v.array(v.picklist(['pinned', 'silenced', 'archived', 'markedUnread'])),
  serverTime: v.boolean(),
})
