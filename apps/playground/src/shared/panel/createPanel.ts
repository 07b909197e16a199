import type { Attachment, Chat, ConversationId, MessageKey, Readable } from '@parlance/core'
import type { Cell } from '../cell.ts'
import { createCell } from '../cell.ts'
import type { NameOf } from '../client/person.ts'

/** What a message that is being edited says so far. */
export interface Editing {
  readonly key: MessageKey
  readonly text: string
}

export type Framework = 'react' | 'vue' | 'svelte'

export const frameworkNames: Readonly<Record<Framework, string>> = { react: 'React', vue: 'Vue', svelte: 'Svelte' }

/** What one client's user interface shows, whichever framework draws it. */
export interface Panel {
  readonly chat: Chat
  readonly framework: Framework
  /** Whose it is. */
  readonly name: string
  readonly nameOf: NameOf
  /** Where an uploaded file is. */
  readonly fileUrl: (attachment: Attachment) => string | undefined
  /** Whether somebody can see it now. */
  readonly onScreen: Readable<boolean>
  readonly selected: Cell<ConversationId | undefined>
  readonly editing: Cell<Editing | undefined>
  /** Whether messages to groups ask for a read count. */
  readonly countsReaders: Cell<boolean>
  readonly select: (id: ConversationId | undefined) => void
}

export interface PanelOptions extends Pick<Panel, 'chat' | 'framework' | 'nameOf' | 'fileUrl' | 'onScreen'> {
  readonly selected?: ConversationId | undefined
}

export const createPanel = ({ selected: first, ...options }: PanelOptions): Panel => {
  const selected = createCell(first)
  const editing = createCell<Editing | undefined>(undefined)
  return {
    ...options,
    name: options.nameOf(options.chat.self),
    selected,
    editing,
    countsReaders: createCell(true),
    select: id => {
      editing.set(undefined)
      selected.set(id)
    },
  }
}
