import type { Body, Chat, ConversationId, MessageKey, Readable, SendOptions, TextBody, UserId } from '@parlance/core'
import { audio, text as textBody } from '@parlance/core'
import type { AddOptions } from '@parlance/core/attachments'
import { stagedAttachments } from '@parlance/core/attachments'
import { part } from '../focus/part.ts'
import { createFormState } from '../form/createFormState.ts'
import type { Form } from '../form/form.ts'
import { isBlank } from '../format/isBlank.ts'
import type { MentionPicker } from '../mentions/createMentionPicker.ts'
import { createMentionPicker } from '../mentions/createMentionPicker.ts'
import type { Mentionable } from '../mentions/mentionable.ts'
import { mentionables } from '../mentions/mentionable.ts'
import { mentionsIn } from '../mentions/mentionsIn.ts'
import type { Panel } from '../panel/createPanel.ts'
import type { Recorder } from '../voice/createRecorder.ts'
import { createRecorder } from '../voice/createRecorder.ts'
import { isEmpty, withoutReply, withText } from './draft.ts'
import { othersIn } from './othersIn.ts'
import type { SendChoices } from './sendChoices.ts'
import { createSendChoices } from './sendChoices.ts'
import { tellOfCommand } from './tellOfCommand.ts'

/** What the composer of one conversation does. What is written in it is the conversation's draft, or the message that is being edited. */
export interface Composer {
  /** Who else is there. */
  readonly others: Readable<readonly UserId[]>
  readonly choices: SendChoices
  readonly mentions: MentionPicker
  readonly recorder: Recorder
  readonly write: (text: string) => void
  /** Files that were picked, pasted or dropped. */
  readonly attach: (files: Iterable<File>, options?: AddOptions) => void
  /** Takes a file away again, by its id among the staged. */
  readonly detach: (id: string) => void
  /** Sends what is written and attached, or ends the edit with it. */
  readonly submit: () => void
  /** Asks for what a form says, to send it. */
  readonly ask: (form: Form) => void
  readonly cancelEdit: () => void
  /** What is written is no answer any more. */
  readonly cancelReply: () => void
}

export const createComposer = (panel: Panel, id: ConversationId): Composer => {
  const { chat, nameOf, editing, dialog, focus, trouble } = panel
  const talk = chat.conversation(id)
  const staged = stagedAttachments(chat, id)
  const others = othersIn(chat, id)
  const choices = createSendChoices(id, panel)
  const people = (): readonly Mentionable[] => (others.get().length === 0 ? [] : mentionables(others.get(), nameOf))

  const said = (words: string): TextBody => {
    const mentions = mentionsIn(words, people())
    return textBody(words.trim(), mentions && { mentions })
  }

  /** Sends with what was chosen for it, and as the answer that it is, if that can be. */
  const sendWith = (run: (options: SendOptions) => void): void => {
    const chosen = choices.read()
    if (typeof chosen === 'string') {
      trouble.set(chosen)
      return
    }
    const { replyTo } = talk.draft.get() ?? {}
    run({ ...chosen, ...(replyTo !== undefined && { replyTo }) })
    choices.clear()
  }

  const send = (body: Body): void =>
    sendWith(options => {
      const key = talk.send(body, options)
      if (body.type === 'command') void tellOfCommand(panel, key, body)
      talk.setDraft(withoutReply(talk.draft.get()))
    })

  const sendWritten = (): void =>
    sendWith(options => {
      const words = talk.draft.get()?.text ?? ''
      talk.setDraft(undefined)
      talk.setTyping(false)
      staged.sendAll({ ...options, text: said(words) })
    })

  const endEdit = (key: MessageKey, words: string): void => {
    if (isBlank(words)) return
    editing.set(undefined)
    if (textOf(chat, key) !== words.trim()) void talk.edit(key, said(words))
  }

  return {
    others,
    choices,
    mentions: createMentionPicker(people),
    recorder: createRecorder({
      done: ({ file, durationMs }) => send(audio(file, { durationMs })),
      failed: sentence => {
        trouble.set(sentence)
        focus.to(part.composer)
      },
    }),
    write: words => {
      trouble.set(undefined)
      const edited = editing.get()
      if (edited !== undefined) {
        editing.set({ ...edited, text: words })
        return
      }
      talk.setDraft(withText(talk.draft.get(), words))
      talk.setTyping(words !== '')
    },
    attach: (files, options) => staged.add(files, options),
    detach: file => {
      staged.remove(file)
      focus.to(part.composer)
    },
    submit: () => {
      const edited = editing.get()
      if (edited !== undefined) endEdit(edited.key, edited.text)
      else if (!isEmpty(talk.draft.get(), staged.items.get()) && talk.can.get().send) sendWritten()
      focus.to(part.composer)
    },
    ask: form => {
      const done = (body: Body): void => {
        dialog.set(undefined)
        send(body)
      }
      dialog.set({ shows: 'form', form: createFormState(form, done) })
    },
    cancelEdit: () => {
      if (editing.get() === undefined) return
      editing.set(undefined)
      focus.to(part.composer)
    },
    cancelReply: () => {
      if (talk.draft.get()?.replyTo === undefined) return
      talk.setDraft(withoutReply(talk.draft.get()))
      focus.to(part.composer)
    },
  }
}

const textOf = (chat: Chat, key: MessageKey): string | undefined => {
  const body = chat.message(key).get()?.body
  return body?.type === 'text' ? body.text : undefined
}
