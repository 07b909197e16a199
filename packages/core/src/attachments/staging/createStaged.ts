import type { ConversationHandle } from '../../conversationHandle.ts'
import { text as textBody } from '../../model/bodies.ts'
import type { AttachmentBody, LocalFile, TextBody } from '../../model/body.ts'
import type { Outcome } from '../../model/outcome.ts'
import type { PartContext } from '../../part.ts'
import { describedBody } from '../describe/bodyOfFile.ts'
import { describeFile } from '../describe/describeFile.ts'
import { kindOf } from '../describe/fileDescription.ts'
import type { StagedAttachments } from './chatStaging.ts'
import { previewOf, type Preview } from './preview.ts'
import type { StagedAttachment } from './stagedAttachment.ts'

/** A staged file: what is shown of it, and what would be sent now. */
interface Entry {
  readonly id: string
  readonly preview: Preview | undefined
  readonly body: AttachmentBody
  /** How `send` would judge it, once it was looked at. */
  readonly verdict: Outcome<unknown> | undefined
}

export const createStaged = (talk: () => Pick<ConversationHandle, 'send'>, context: PartContext): StagedAttachments => {
  const { disposed } = context
  let entries: readonly Entry[] = []
  let added = 0
  /** One file is looked at after the other: each may be large. */
  let reading: Promise<void> = Promise.resolve()

  const items = context.readable(() => entries.map(itemOf))
  const put = (next: readonly Entry[]): void => {
    entries = next
    items.refresh()
  }
  const replace = (id: string, body: AttachmentBody): void => {
    const checked = fitting(context.check, body)
    put(entries.map(entry => (entry.id === id ? { ...entry, ...checked } : entry)))
  }
  /** Takes out those that `leaves` names; their previews go. */
  const takeOut = (leaves: (entry: Entry) => boolean): readonly Entry[] => {
    const gone = entries.filter(leaves)
    put(entries.filter(entry => !leaves(entry)))
    for (const { preview } of gone) preview?.release()
    return gone
  }

  const look = async (id: string, file: LocalFile): Promise<void> => {
    if (!entries.some(entry => entry.id === id)) return
    const description = await describeFile(file)
    replace(id, describedBody(file, description))
  }

  const stage = (source: LocalFile | AttachmentBody, asFile: boolean): void => {
    const id = `a${(++added).toString()}`
    if ('attachment' in source) {
      const { file } = source.attachment
      put([...entries, { id, preview: file && previewOf(file), ...fitting(context.check, source) }])
      return
    }
    const type = asFile ? 'file' : kindOf(source.type ?? '')
    const body = describedBody(source, { type })
    const verdict = context.check(body)
    // What is too large is not even looked at.
    const isDone = type === 'file' || !verdict.ok
    put([...entries, { id, preview: previewOf(source), body, verdict: isDone ? verdict : undefined }])
    if (!isDone) reading = reading.then(() => look(id, source))
  }

  // What the backend takes may be known only now.
  context.onSynced(() =>
    put(entries.map(entry => (entry.verdict === undefined ? entry : { ...entry, ...fitting(context.check, entry.body) }))),
  )
  disposed.addEventListener('abort', () => takeOut(() => true), { once: true })
  return {
    items,
    add: (files, { as } = {}) => {
      if (!disposed.aborted) for (const file of files) stage(file, as === 'file')
    },
    remove: id => void takeOut(entry => entry.id === id),
    clear: () => void takeOut(() => true),
    sendAll: ({ text, ...options } = {}) => {
      const { send } = talk()
      const words = text === undefined ? [] : wordsOf(text)
      // Taken out first, so that whoever hears of the first message can't send the others again.
      const ready = entries.filter(({ verdict }) => verdict?.ok !== false)
      put(entries.filter(entry => !ready.includes(entry)))
      const { replyTo: _replyTo, ...rest } = options
      try {
        return [...words, ...ready.map(({ body }) => body)].map((body, index) => send(body, index === 0 ? options : rest))
      } finally {
        // By now the chat has previews of its own.
        for (const { preview } of ready) preview?.release()
      }
    },
  }
}

const wordsOf = (text: string | TextBody): readonly TextBody[] => {
  const body = typeof text === 'string' ? textBody(text) : text
  return body.text.trim() === '' ? [] : [body]
}

/** The body and how it is judged; without its small picture where only that makes it too large. */
const fitting = (check: PartContext['check'], body: AttachmentBody): Pick<Entry, 'body' | 'verdict'> => {
  const verdict = check(body)
  if (verdict.ok || verdict.error.code !== 'tooLarge' || !('thumbnail' in body)) return { body, verdict }
  const { thumbnail: _thumbnail, ...plain } = body
  return { body: plain, verdict: check(plain) }
}

const itemOf = ({ id, preview, body, verdict }: Entry): StagedAttachment => {
  const { name, size, mime } = body.attachment
  const staged = { id, name, size, mime, ...(preview !== undefined && { preview: preview.url }) }
  if (verdict === undefined) return { ...staged, state: 'reading' }
  return verdict.ok ? { ...staged, state: 'ready', body } : { ...staged, state: 'invalid', error: verdict.error }
}
