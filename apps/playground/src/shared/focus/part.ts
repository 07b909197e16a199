import type { ConversationId, MessageKey } from '@parlance/core'

/** Parts of a panel that can have the focus, as selectors: the same in every framework. */
export const part = {
  composer: '.composer-text',
  searchButton: '.search-button',
  timeline: '.timeline-scroller',
  firstConversation: '.conversation',
  conversation: (id: ConversationId) => `.conversation-row[data-conversation="${CSS.escape(id)}"] .conversation`,
  message: (key: MessageKey) => `.message[data-key="${CSS.escape(key)}"]`,
} as const
