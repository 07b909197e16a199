import { onChange } from '../../binding/onChange.ts'
import type { Chat } from '../../chat.ts'
import { attachmentOf, isBlob, type Attachment } from '../../model/body.ts'
import { chatError } from '../../model/error.ts'
import type { MessageKey } from '../../model/ids.ts'
import { failed, succeeded } from '../../model/outcome.ts'
import type { StampedFact } from '../../protocol/stampedFact.ts'
import { keyedReadables } from '../../parts/keyedReadables.ts'
import type { PartContext, PartReadable } from '../../part.ts'
import { browserDownloader } from '../transfer/browserDownloader.ts'
import type { Downloader } from '../transfer/downloader.ts'
import { transfer } from '../transfer/transfer.ts'
import type { ChatDownloads, DownloadsOptions } from './chatDownloads.ts'
import { idle, type DownloadState } from './downloadState.ts'
import { createFileCache, type RemoteFile } from './fileCache.ts'

/** A message whose file somebody watches. */
interface Followed {
  watchers: number
  /** As it was last seen. */
  attachment: Attachment | undefined
  readonly stop: () => void
}

/** Facts that may take a file away from a message. */
const withdrawing: readonly StampedFact['type'][] = ['recalled', 'deleted', 'edited', 'conversationRemoved']

export const createDownloads = (chat: Pick<Chat, 'message'>, context: PartContext, options: DownloadsOptions = {}): ChatDownloads => {
  const { clock, disposed } = context
  const { downloader = downloaderOf(context), maxBytes = 64 * 1024 * 1024, maxAgeMs = 30 * 60_000 } = options
  const followed = new Map<MessageKey, Followed>()

  const attachmentIn = (key: MessageKey): Attachment | undefined => {
    const body = chat.message(key).get()?.body
    return body && attachmentOf(body)
  }
  const isIn = (url: string, keys: Iterable<MessageKey>): boolean => [...keys].some(key => attachmentIn(key)?.url === url)
  const isShown = (url: string): boolean => [...followed.values()].some(({ attachment }) => attachment?.url === url)

  const cache = createFileCache({
    downloader,
    clock,
    maxBytes,
    maxAgeMs,
    isShown,
    changed: () => {
      for (const readable of [...asked.watched.values(), ...wanted.watched.values()]) readable.refresh()
    },
  })

  const stateOf = (key: MessageKey): DownloadState => {
    const attachment = attachmentIn(key)
    const local = localUrl(attachment)
    if (local !== undefined) return { state: 'ready', url: local }
    return attachment?.url === undefined ? idle : cache.state(attachment.url)
  }

  /** Somebody shows it. */
  const want = (key: MessageKey): void => {
    const attachment = attachmentIn(key)
    if (!disposed.aborted && isRemote(attachment) && localUrl(attachment) === undefined) void cache.load(attachment, { key, anyway: false })
  }
  /** Nobody does any more. In a moment: whoever mounts again at once wants it still. */
  const unwant = (key: MessageKey): void =>
    clock.microtask(() => {
      const url = attachmentIn(key)?.url
      if (url !== undefined && !isIn(url, wanted.watched.keys())) cache.unwanted(url)
    })

  /** A file goes when no message has it any more [RCL1]. */
  const prune = (): void => cache.prune((url, keys) => !disposed.aborted && (isShown(url) || isIn(url, keys)))

  const look = (key: MessageKey, one: Followed): void => {
    const before = one.attachment
    const attachment = attachmentIn(key)
    one.attachment = attachment
    // What was sent from here nobody has to bring back.
    if (isRemote(attachment) && before?.file !== undefined) cache.adopt(attachment, before.file, key)
    if (before?.url !== undefined && before.url !== attachment?.url) prune()
    if (wanted.watched.has(key)) want(key)
    for (const { watched } of [asked, wanted]) watched.get(key)?.refresh()
  }

  const follow = (key: MessageKey): void => {
    const known = followed.get(key)
    if (known !== undefined) {
      known.watchers++
      return
    }
    const one: Followed = { watchers: 1, attachment: attachmentIn(key), stop: onChange(chat.message(key), () => look(key, one)) }
    followed.set(key, one)
  }
  const unfollow = (key: MessageKey): void => {
    const one = followed.get(key)
    if (one === undefined || --one.watchers > 0) return
    followed.delete(key)
    one.stop()
    const url = attachmentIn(key)?.url
    if (url !== undefined) cache.hidden(url)
  }

  const readable = (key: MessageKey, watched: (watched: boolean) => void): PartReadable<DownloadState> =>
    context.readable(() => stateOf(key), watched)
  const asked = keyedReadables(readable, (key, watched) => (watched ? follow : unfollow)(key))
  const wanted = keyedReadables(readable, (key: MessageKey, watched) => {
    ;(watched ? follow : unfollow)(key)
    ;(watched ? want : unwant)(key)
  })

  context.onFacts(facts => {
    if (facts.some(({ type }) => withdrawing.includes(type))) prune()
  })
  context.onSynced(() => {
    for (const key of wanted.watched.keys()) {
      const state = stateOf(key)
      if (state.state === 'failed' && state.error.retryable) want(key)
    }
  })
  disposed.addEventListener('abort', prune, { once: true })

  return {
    of: asked.of,
    shown: wanted.of,
    start: key => {
      const attachment = attachmentIn(key)
      const local = localUrl(attachment)
      if (local !== undefined) return Promise.resolve(succeeded(local))
      if (disposed.aborted) return Promise.resolve(failed(chatError('cancelled', { message: 'The chat was disposed.' })))
      if (isRemote(attachment)) return cache.load(attachment, { key, anyway: true })
      return Promise.resolve(failed(chatError('notFound', { message: 'This message has no file to fetch.' })))
    },
    cancel: key => {
      const url = attachmentIn(key)?.url
      if (url !== undefined) cache.stop(url)
    },
  }
}

const isRemote = (attachment: Attachment | undefined): attachment is RemoteFile => attachment?.url !== undefined

/** What shows a file that this device has. */
const localUrl = (attachment: Attachment | undefined): string | undefined => {
  if (attachment?.preview !== undefined) return attachment.preview
  return attachment?.file === undefined || isBlob(attachment.file) ? undefined : attachment.file.path
}

/** The transport's own, for files that only it may fetch. */
const downloaderOf = ({ transport, clock }: PartContext): Downloader => {
  const download = transport.download?.bind(transport)
  if (download === undefined) return browserDownloader({ clock })
  // Bounded here, too: a transport may forget to.
  return { download: (attachment, op) => transfer(running => download(attachment, running), op, { clock }) }
}
