import type { Attachment, Chat, ConversationId, Draft } from '@parlance/core'
import { conversationKind } from '@parlance/core'
import type { Panel } from '../panel/createPanel.ts'
import { bodyOf } from './bodyOf.ts'
import { withAttachments, withoutAttachment, withText } from './draft.ts'
import { measureImage } from './imageSize.ts'
import { isImage } from './isImage.ts'

/** What the composer of one conversation does. What is written in it is the conversation's draft, or the message that is being edited. */
export interface Composer {
  readonly write: (text: string) => void
  /** Files that were picked, pasted or dropped. */
  readonly attach: (files: Iterable<File>) => Promise<void>
  readonly detach: (attachment: Attachment) => void
  /** Sends what is written, or ends the edit with it. */
  readonly submit: () => void
  readonly cancelEdit: () => void
}

export const createComposer = ({ chat, editing, countsReaders }: Panel, id: ConversationId): Composer => {
  const talk = chat.conversation(id)
  const update = (change: (draft: Draft | undefined) => Draft | undefined): void => talk.setDraft(change(talk.draft.get()))

  const send = ({ text, attachments = [] }: Draft): void => {
    const options = conversationKind(id) === 'direct' ? {} : { wantsReadCount: countsReaders.get() }
    talk.setDraft(undefined)
    talk.setTyping(false)
    for (const attachment of attachments) talk.send(bodyOf(attachment), options)
    if (text.trim() !== '') talk.send(text.trim(), options)
  }

  return {
    write: text => {
      const edited = editing.get()
      if (edited !== undefined) {
        editing.set({ ...edited, text })
        return
      }
      update(draft => withText(draft, text))
      talk.setTyping(text !== '')
    },
    attach: async files => {
      const list = [...files]
      await Promise.all(list.filter(({ type }) => isImage({ mime: type })).map(measureImage))
      update(draft => withAttachments(draft, list.map(attachmentOf)))
    },
    detach: attachment => {
      if (attachment.preview !== undefined) URL.revokeObjectURL(attachment.preview)
      update(draft => withoutAttachment(draft, attachment))
    },
    submit: () => {
      const edited = editing.get()
      if (edited !== undefined) {
        if (edited.text.trim() === '') return
        editing.set(undefined)
        if (textOf(chat, edited.key) !== edited.text.trim()) void talk.edit(edited.key, edited.text.trim())
        return
      }
      const draft = talk.draft.get()
      if (draft !== undefined && talk.can.get().send) send(draft)
    },
    cancelEdit: () => editing.set(undefined),
  }
}

const textOf = (chat: Chat, key: string): string | undefined => {
  const body = chat.message(key).get()?.body
  return body?.type === 'text' ? body.text : undefined
}

const attachmentOf = (file: File): Attachment => {
  const mime = file.type === '' ? 'application/octet-stream' : file.type
  return { name: file.name, mime, size: file.size, file, ...(isImage({ mime }) && { preview: URL.createObjectURL(file) }) }
}
