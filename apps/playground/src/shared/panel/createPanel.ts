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
import type { Listing } from '../list/listing.ts'
import { wholeListing } from '../list/listing.ts'
import { createNames } from '../people/createNames.ts'
import type { Settings } from '../settings/settings.ts'

/** What a message that is being edited says so far. */
export interface Editing {
  readonly key: MessageKey
  /** What it said at first. */
  readonly before: string
  readonly text: string
}

export type Side = 'chats' | 'contacts'

export type Framework = 'react' | 'vue' | 'svelte'

export const frameworkNames: Readonly<Record<Framework, string>> = { react: 'React', vue: 'Vue', svelte: 'Svelte' }

/** What one client's user interface shows, whichever framework draws it. */
export interface Panel {
  readonly chat: Chat
  readonly framework: Framework
  /** Names as they are known now. What is drawn follows `names`. */
  readonly nameOf: NameOf
  readonly names: Readable<NameOf>
  readonly settings: Cell<Settings>
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
  /** What the column beside the conversation shows, and which conversations of them. */
  readonly side: Cell<Side>
  readonly listing: Cell<Listing>
  /** Whether it is shown what there is to know about whom one talks to. */
  readonly info: Cell<boolean>
  readonly select: (id: ConversationId | undefined) => void
  readonly edit: (key: MessageKey, text: string) => void
}

export interface PanelOptions extends Pick<Panel, 'chat' | 'framework' | 'settings' | 'fileUrl' | 'onScreen' | 'focus'> {
  readonly selected?: ConversationId | undefined
}

export const createPanel = ({ selected: first, ...options }: PanelOptions): Panel => {
  const { chat, focus } = options
  const selected = createCell(first)
  const names = createNames(chat)
  const editing = createCell<Editing | undefined>(undefined)
  const trouble = createCell<string | undefined>(undefined)
  const searching = createCell(false)
  const jump = createCell<Jump | undefined>(undefined)
  const info = createCell(false)
  const side = createCell<Side>('chats')
  return {
    ...options,
    names,
    nameOf: user => names.get()(user),
    selected,
    editing,
    countsReaders: createCell(true),
    trouble,
    hint: createHint(),
    dialog: createCell<Dialog | undefined>(undefined),
    searching,
    jump,
    goTo: (conversation, target) => jump.set({ conversation, target }),
    side,
    info,
    listing: createCell(wholeListing),
    select: id => {
      const left = selected.get()
      editing.set(undefined)
      trouble.set(undefined)
      searching.set(false)
      jump.set(undefined)
      info.set(false)
      selected.set(id)
      if (id !== undefined) side.set('chats')
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
