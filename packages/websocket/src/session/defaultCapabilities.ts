import type { Capabilities, ReadForms } from '@parlance/core'

const everyForm: ReadForms = { upTo: true, exactly: true, whole: true, maxRefs: 100 }

/** What a server of this wire is taken to be able to do until its `welcome` says so itself. */
export const defaultCapabilities: Capabilities = {
  ack: 'stored',
  dedupe: 'always',
  localIdVisible: true,
  refusalAfterAck: false,
  reconnects: 'core',
  order: 'atAck',
  ids: 'conversation',
  delivered: 'manual',
  read: { direct: everyForm, group: everyForm },
  readCount: 'everyMessage',
  readers: true,
  recall: { mode: 'server', windowMs: 120_000, enforced: true },
  edit: { moderators: false },
  history: {
    backward: true,
    forward: true,
    around: true,
    maxPage: 100,
    returns: 'current',
    includes: ['edits', 'recalls', 'deletions', 'receipts', 'counts'],
  },
  resume: true,
  ownEcho: true,
  conversationList: true,
  unread: 'list',
  removal: 'withHistory',
  deletion: 'forMe',
  ephemeral: true,
  attachments: { maxBytes: 16 * 1024 * 1024 },
  maxMessageBytes: 65_536,
  settings: ['pinned', 'silenced', 'archived', 'markedUnread'],
  serverTime: true,
}
