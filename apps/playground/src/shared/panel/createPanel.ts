import type { Attachment, Chat, ConversationId, MessageKey, MessageRef, Readable } from '@parlance/core'
import type { Cell } from '../cell.ts'
import { createCell } from '../cell.ts'
import type { NameOf } from '../client/person.ts'
import type { Dialog } from '../dialog/dialog.ts'
import type { Focus } from '../focus/createFocus.ts'
import { part } from '../focus/part.ts'
import type { Jump } from '../jump/jump.ts'
import type { Hint } from './createHint.ts'
import { createHint } from './createHint.ts'

/** What a message that is being edited says so far. */
export interface Editing {
  readonly key: MessageKey
  /** What it said at first. */
  readonly before: string
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
  readonly focus: Focus
  readonly selected: Cell<ConversationId | undefined>
  readonly editing: Cell<Editing | undefined>
  /** Whether messages to groups ask for a read count. */
  readonly countsReaders: Cell<boolean>
  /** What didn't work here, in a sentence: until it is closed, or one goes on. */
  readonly trouble: Cell<string | undefined>
  /** What has just been done, in a few words. */
  readonly hint: Hint
  readonly dialog: Cell<Dialog | undefined>
  /** Whether one searches in the conversation that is open. */
  readonly searching: Cell<boolean>
  /** A message to go to, until it is shown. */
  readonly jump: Cell<Jump | undefined>
  readonly goTo: (conversation: ConversationId, target: MessageRef) => void
  readonly select: (id: ConversationId | undefined) => void
  readonly edit: (key: MessageKey, text: string) => void
}

export interface PanelOptions extends Pick<Panel, 'chat' | 'framework' | 'nameOf' | 'fileUrl' | 'onScreen' | 'focus'> {
  readonly selected?: ConversationId | undefined
}

export const createPanel = ({ selected: first, ...options }: PanelOptions): Panel => {
  const { chat, nameOf, focus } = options
  const selected = createCell(first)
  const editing = createCell<Editing | undefined>(undefined)
  const trouble = createCell<string | undefined>(undefined)
  const searching = createCell(false)
  const jump = createCell<Jump | undefined>(undefined)
  return {
    ...options,
    name: nameOf(chat.self),
    selected,
    editing,
    countsReaders: createCell(true),
    trouble,
    hint: createHint(),
    dialog: createCell<Dialog | undefined>(undefined),
    searching,
    jump,
    goTo: (conversation, target) => jump.set({ conversation, target }),
    select: id => {
      const left = selected.get()
      editing.set(undefined)
      trouble.set(undefined)
      searching.set(false)
      jump.set(undefined)
      selected.set(id)
      // On a phone the list and the conversation take each other's place.
      if (id !== undefined) focus.keep(hasTouch.matches ? part.timeline : part.composer, part.timeline)
      else if (left !== undefined) focus.keep(part.conversation(left), part.firstConversation)
    },
    edit: (key, text) => {
      trouble.set(undefined)
      editing.set({ key, before: text, text })
      focus.to(part.composer)
    },
  }
}

/** In the composer the focus brings up a keyboard over half of the screen. */
const hasTouch = window.matchMedia('(pointer: coarse)')
