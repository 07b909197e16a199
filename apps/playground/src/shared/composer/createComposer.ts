import type { Attachment, Chat, ConversationId, Draft, MessageKey } from '@parlance/core'
import { conversationKind } from '@parlance/core'
import { part } from '../focus/part.ts'
import { isBlank } from '../format/isBlank.ts'
import type { Panel } from '../panel/createPanel.ts'
import { attachmentOf } from './attachmentOf.ts'
import { bodyOf } from './bodyOf.ts'
import { isEmpty, withAttachments, withoutAttachment, withoutReply, withText } from './draft.ts'

/** What the composer of one conversation does. What is written in it is the conversation's draft, or the message that is being edited. */
export interface Composer {
  readonly write: (text: string) => void
  /** Files that were picked, pasted or dropped. */
  readonly attach: (files: Iterable<File>) => Promise<void>
  readonly detach: (attachment: Attachment) => void
  /** Sends what is written, or ends the edit with it. */
  readonly submit: () => void
  readonly cancelEdit: () => void
  /** What is written is no answer any more. */
  readonly cancelReply: () => void
}

export const createComposer = ({ chat, editing, countsReaders, focus, trouble }: Panel, id: ConversationId): Composer => {
  const talk = chat.conversation(id)
  const update = (change: (draft: Draft | undefined) => Draft | undefined): void => talk.setDraft(change(talk.draft.get()))

  const send = ({ text, attachments = [], replyTo }: Draft): void => {
    const options = conversationKind(id) === 'direct' ? {} : { wantsReadCount: countsReaders.get() }
    const answer = { ...options, ...(replyTo !== undefined && { replyTo }) }
    const words = isBlank(text) ? [] : [text.trim()]
    talk.setDraft(undefined)
    talk.setTyping(false)
    // The words are the answer; without any, the first file is.
    for (const [index, attachment] of attachments.entries())
      talk.send(bodyOf(attachment), words.length === 0 && index === 0 ? answer : options)
    for (const said of words) talk.send(said, answer)
  }

  const endEdit = (key: MessageKey, text: string): void => {
    if (isBlank(text)) return
    editing.set(undefined)
    if (textOf(chat, key) !== text.trim()) void talk.edit(key, text.trim())
  }

  return {
    write: text => {
      trouble.set(undefined)
      const edited = editing.get()
      if (edited !== undefined) {
        editing.set({ ...edited, text })
        return
      }
      update(draft => withText(draft, text))
      talk.setTyping(text !== '')
    },
    attach: async files => {
      const attachments = await Promise.all([...files].map(attachmentOf))
      update(draft => withAttachments(draft, attachments))
    },
    detach: attachment => {
      if (attachment.preview !== undefined) URL.revokeObjectURL(attachment.preview)
      update(draft => withoutAttachment(draft, attachment))
      focus.to(part.composer)
    },
    submit: () => {
      const edited = editing.get()
      const draft = talk.draft.get()
      if (edited !== undefined) endEdit(edited.key, edited.text)
      else if (draft !== undefined && !isEmpty(draft) && talk.can.get().send) send(draft)
      focus.to(part.composer)
    },
    cancelEdit: () => {
      if (editing.get() === undefined) return
      editing.set(undefined)
      focus.to(part.composer)
    },
    cancelReply: () => {
      if (talk.draft.get()?.replyTo === undefined) return
      update(withoutReply)
      focus.to(part.composer)
    },
  }
}

const textOf = (chat: Chat, key: MessageKey): string | undefined => {
  const body = chat.message(key).get()?.body
  return body?.type === 'text' ? body.text : undefined
}
