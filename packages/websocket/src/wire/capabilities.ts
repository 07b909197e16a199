import type { Capabilities } from '@parlance/core'
import * as v from 'valibot'
import { countSchema } from './ids.ts'
import type { Schema } from './schema.ts'

const forms = v.object({ upTo: v.boolean(), exactly: v.boolean(), whole: v.boolean(), maxRefs: v.exactOptional(countSchema) })

/** A list of names; those of a later version say nothing here. */
const known = <const T extends string>(...names: T[]): v.GenericSchema<unknown, T[]> => {
  const name = v.picklist(names)
  return v.pipe(
    v.array(v.unknown()),
    v.transform(all => all.filter(one => v.is(name, one))),
  )
}

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
    includes: known('edits', 'recalls', 'deletions', 'receipts', 'counts', 'reactions', 'pins'),
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
  settings: known('pinned', 'silenced', 'archived', 'markedUnread'),
  serverTime: v.boolean(),
  readCountFor: v.exactOptional(v.picklist(['anyone', 'moderators'])),
  customValues: v.exactOptional(v.picklist(['json', 'strings'])),
  reactions: v.exactOptional(v.boolean()),
  pins: v.exactOptional(v.picklist(['members', 'moderators'])),
  search: v.exactOptional(known('text', 'types', 'senders', 'times')),
  users: v.exactOptional(v.boolean()),
  contacts: v.exactOptional(v.boolean()),
  blocks: v.exactOptional(v.boolean()),
  presence: v.exactOptional(v.boolean()),
  groups: v.exactOptional(known('create', 'invite', 'remove', 'mute', 'roles', 'dissolve', 'update', 'members')),
})
