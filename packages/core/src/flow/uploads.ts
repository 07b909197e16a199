import { attachmentOf, withAttachment, type Attachment, type LocalFile } from '../model/body.ts'
import { chatError } from '../model/error.ts'
import type { ConversationId, MessageKey } from '../model/ids.ts'
import { failed, succeeded, type Outcome } from '../model/outcome.ts'
import type { SendState } from '../model/sendState.ts'
import { isSafeUrl } from '../model/url.ts'
import type { SendIntent } from '../protocol/intent.ts'
import { ask } from './ask.ts'
import { background } from './background.ts'
import type { FlowContext } from './flowContext.ts'
import type { Online } from './online.ts'
import { fileToUpload } from './outgoing.ts'
import { persist } from './persist.ts'
import { createSlots } from './slots.ts'

export interface Uploads {
  /** Begins what there is to upload, as far as there is room. */
  readonly start: () => void
  /** Stops one for good: its message is gone, or has another file now. */
  readonly cancel: (key: MessageKey) => void
}

/** How many at a time, over all conversations [SND2]. */
const atOnce = 2
/** How long one may go without any progress, milliseconds. */
const stallMs = 60_000
/** Progress is shown when it moved by this share: a transport may tell of every chunk. */
const shownStep = 0.01

/**
 * Uploads the files of queued messages ahead of the queue. What has failed for now is tried again, what has for good parks
 * its message, as a send [SND7]. `settled`: something of that conversation may go on.
 */
export const createUploads = (context: FlowContext, online: Online, settled: (conversation: ConversationId) => void): Uploads => {
  const { transport, attachments, reader, sink, disposed } = context
  const uploader = attachments.uploader ?? transport
  const running = new Map<MessageKey, AbortController>()
  const slots = createSlots(atOnce)
  // However long the attempts take: a large file takes long each time.
  const patient = { ...context, retry: { ...context.retry, totalMs: Number.POSITIVE_INFINITY } }

  const start = (): void => {
    if (disposed.aborted || !online.is()) return
    const waiting = [...reader.sending()].flatMap(conversation => [...reader.sends(conversation)].filter(isWaiting))
    for (const intent of waiting) {
      const file = fileToUpload(intent.message.body)
      if (file !== undefined && !running.has(intent.key)) background(sink, () => upload(intent, file))
    }
  }

  const upload = async ({ key, conversation }: SendIntent, file: LocalFile): Promise<void> => {
    const stop = new AbortController()
    running.set(key, stop)
    const show = (send: SendState): void => {
      const now = current(key, file)
      if (now !== undefined && !stop.signal.aborted) sink.change({ type: 'send', intent: { ...now, send } })
    }
    const outcome = await persist(
      patient,
      online,
      () => inTurn(stop.signal, () => attempt(key, file, conversation, stop.signal, show)),
      stop.signal,
    )
    if (running.get(key) === stop) running.delete(key)
    const now = current(key, file)
    if (!stop.signal.aborted && !disposed.aborted && now !== undefined) {
      sink.change({
        type: 'send',
        intent: outcome.ok ? uploaded(now, outcome.value) : { ...now, send: { state: 'failed', error: outcome.error } },
      })
    }
    start()
    settled(conversation)
  }

  /** A file that waits to be tried again holds up no other one. */
  const inTurn = async <T>(signal: AbortSignal, run: () => Promise<Outcome<T>>): Promise<Outcome<T>> => {
    const giveBack = slots.take() ?? (await slots.wait(signal))
    try {
      return signal.aborted || !online.is() ? failed(chatError('cancelled')) : await run()
    } finally {
      giveBack()
    }
  }

  const attempt = async (
    key: MessageKey,
    file: LocalFile,
    conversation: ConversationId,
    signal: AbortSignal,
    show: (send: SendState) => void,
  ): Promise<Outcome<Stored>> => {
    const attachment = attachmentOf(current(key, file)?.message.body ?? { type: 'unknown' })
    if (uploader.upload === undefined || attachment === undefined) return failed(chatError('unsupported'))
    const { name, mime } = attachment
    let shown = 0
    show({ state: 'uploading' })
    const outcome = await ask(
      context,
      (op, alive) =>
        uploader.upload?.(
          { conversation, file, name, mime },
          {
            signal: op.signal,
            onProgress: share => {
              if (op.signal.aborted) return
              alive()
              if (!(share >= shown + shownStep || (share >= 1 && shown < 1))) return
              shown = Math.min(1, share)
              show({ state: 'uploading', progress: shown })
            },
          },
        ) ?? Promise.reject(chatError('unsupported')),
      { timeoutMs: stallMs, signal, session: online.session() },
    )
    const checked = outcome.ok ? stored(outcome.value) : outcome
    if (!checked.ok) show({ state: 'queued' })
    return checked
  }

  /** The send as it stands, unless it is gone or has another file by now. */
  const current = (key: MessageKey, file: LocalFile): SendIntent | undefined => {
    const intent = reader.message(key)?.send
    return intent !== undefined && fileToUpload(intent.message.body) === file ? intent : undefined
  }

  return {
    start,
    cancel: key => {
      running.get(key)?.abort()
      running.delete(key)
    },
  }
}

const isWaiting = ({ send }: SendIntent): boolean => send.state === 'queued' || send.state === 'uploading'

/** What an uploader told, as far as it makes sense [SEC1]. */
type Stored = Pick<Attachment, 'digest'> & { readonly url: string }

const stored = (answer: unknown): Outcome<Stored> => {
  if (typeof answer === 'object' && answer !== null && 'url' in answer && typeof answer.url === 'string' && isSafeUrl(answer.url)) {
    const digest = 'digest' in answer && typeof answer.digest === 'string' ? answer.digest : undefined
    return succeeded({ url: answer.url, ...(digest !== undefined && { digest }) })
  }
  return failed(chatError('protocol', { message: 'An upload was answered without a URL that others may follow.' }))
}

/** The file is others' to fetch now: what is left here is what shows it until the message is sent. */
const uploaded = (intent: SendIntent, { url, digest }: Stored): SendIntent => {
  const { body } = intent.message
  const local = attachmentOf(body)
  if (local === undefined) return intent
  const { file: _file, ...kept } = local
  const attachment: Attachment = { ...kept, url, ...(digest !== undefined && { digest }) }
  return { ...intent, message: { ...intent.message, body: withAttachment(body, attachment) }, send: { state: 'queued' } }
}
