import type { Attachment, LocalFile } from '../../model/body.ts'
import { asChatError, chatError } from '../../model/error.ts'
import { failed, succeeded, type Outcome } from '../../model/outcome.ts'
import type { MessageKey } from '../../model/ids.ts'
import type { Clock, TimerHandle } from '../../protocol/clock.ts'
import type { ProgressOp } from '../../protocol/transport.ts'
import type { Downloader } from '../transfer/downloader.ts'
import { idle, type DownloadState } from './downloadState.ts'
import { shownFile, type ShownFile } from './shownFile.ts'

/** A file that others can fetch. */
export type RemoteFile = Attachment & { readonly url: string }

export interface FileCacheOptions {
  readonly downloader: Downloader
  readonly clock: Clock
  /** How much is kept of what nobody shows, and for how long. */
  readonly maxBytes: number
  readonly maxAgeMs: number
  readonly isShown: (url: string) => boolean
  /** Something is another one now. */
  readonly changed: () => void
}

/** Who wants a file. */
export interface FileWish {
  /** The message that has it. */
  readonly key: MessageKey
  /** Whether it is wanted also when nobody shows it. */
  readonly anyway: boolean
}

/** Files that were fetched, by where they came from: whoever asks, a file is fetched once. */
export interface FileCache {
  readonly state: (url: string) => DownloadState
  /** Fetches it, unless it is here or on its way. */
  readonly load: (file: RemoteFile, wish: FileWish) => Promise<Outcome<string>>
  /** Takes in what was here before it was sent. */
  readonly adopt: (file: RemoteFile, local: LocalFile, key: MessageKey) => void
  /** Stops it if it is on its way. */
  readonly stop: (url: string) => void
  /** Nobody shows it any more: stops it unless it is wanted anyway. */
  readonly unwanted: (url: string) => void
  /** It is no longer shown: lets go of what is too old or too much, what was shown last being the last to go. */
  readonly hidden: (url: string) => void
  /** Lets go of every file that isn't held, whoever shows it. `keys`: messages that it was fetched for. */
  readonly prune: (isHeld: (url: string, keys: Iterable<MessageKey>) => boolean) => void
}

interface Entry {
  state: DownloadState
  readonly stop: AbortController
  outcome: Promise<Outcome<string>>
  readonly keys: Set<MessageKey>
  anyway: boolean
  file: ShownFile | undefined
  expiry: TimerHandle | undefined
  expired: boolean
}

/** Progress is shown when it moved by this share. */
const shownStep = 0.01

export const createFileCache = ({ downloader, clock, maxBytes, maxAgeMs, isShown, changed }: FileCacheOptions): FileCache => {
  /** What was wanted last is last. */
  const entries = new Map<string, Entry>()

  const put = (entry: Entry, state: DownloadState): void => {
    entry.state = state
    changed()
  }

  const release = ({ expiry, stop, file }: Entry): void => {
    if (expiry !== undefined) clock.clearTimeout(expiry)
    stop.abort()
    file?.release()
  }

  const drop = (url: string): void => {
    const entry = entries.get(url)
    if (entry === undefined) return
    entries.delete(url)
    release(entry)
    changed()
  }

  const sweep = (): void => {
    const hidden = [...entries].filter(([url]) => !isShown(url))
    for (const [url, { expired }] of hidden) if (expired) drop(url)
    const here = [...entries].filter(([, { file }]) => file !== undefined)
    let bytes = here.reduce((sum, [, { file }]) => sum + (file?.bytes ?? 0), 0)
    // The last one stays, however large it is: somebody is about to show it.
    for (const [url, { file }] of here.slice(0, -1)) {
      if (bytes <= maxBytes) return
      if (file === undefined || isShown(url)) continue
      bytes -= file.bytes
      drop(url)
    }
  }

  const touch = (url: string): Entry | undefined => {
    const entry = entries.get(url)
    if (entry === undefined) return undefined
    entries.delete(url)
    entries.set(url, entry)
    return entry
  }

  const keepFor = (entry: Entry): void => {
    entry.expiry = clock.setTimeout(() => {
      entry.expired = true
      sweep()
    }, maxAgeMs)
  }

  const begin = (file: RemoteFile, { key, anyway }: FileWish, bring: (op: ProgressOp) => Promise<LocalFile>): Promise<Outcome<string>> => {
    const entry: Entry = {
      state: { state: 'loading' },
      stop: new AbortController(),
      outcome: Promise.resolve(failed(chatError('cancelled'))),
      keys: new Set([key]),
      anyway,
      file: undefined,
      expiry: undefined,
      expired: false,
    }
    const failedBefore = entries.get(file.url)
    if (failedBefore !== undefined) release(failedBefore)
    entries.set(file.url, entry)
    entry.outcome = run(entry, file, bring)
    changed()
    return entry.outcome
  }

  const run = async (entry: Entry, file: RemoteFile, bring: (op: ProgressOp) => Promise<LocalFile>): Promise<Outcome<string>> => {
    const { signal } = entry.stop
    let progress = 0
    const onProgress = (share: number): void => {
      if (signal.aborted || !(share >= progress + shownStep)) return
      progress = Math.min(1, share)
      put(entry, { state: 'loading', progress })
    }
    try {
      const shown = await shownFile(await bring({ signal, onProgress }), file)
      if (signal.aborted) {
        shown.release()
        return failed(chatError('cancelled'))
      }
      entry.file = shown
      keepFor(entry)
      put(entry, { state: 'ready', url: shown.url })
      sweep()
      return succeeded(shown.url)
    } catch (thrown) {
      const error = asChatError(thrown)
      if (signal.aborted) return failed(chatError('cancelled'))
      keepFor(entry)
      put(entry, { state: 'failed', error })
      return failed(error)
    }
  }

  return {
    state: url => entries.get(url)?.state ?? idle,
    load: (file, wish) => {
      const known = touch(file.url)
      if (known === undefined || known.state.state === 'failed') return begin(file, wish, op => downloader.download(file, op))
      known.keys.add(wish.key)
      known.anyway ||= wish.anyway
      return known.outcome
    },
    adopt: ({ digest: _digest, ...file }, local, key) => {
      if (!entries.has(file.url)) void begin(file, { key, anyway: true }, () => Promise.resolve(local))
    },
    stop: url => {
      if (entries.get(url)?.state.state === 'loading') drop(url)
    },
    unwanted: url => {
      const entry = entries.get(url)
      if (entry?.state.state === 'loading' && !entry.anyway) drop(url)
    },
    hidden: url => {
      touch(url)
      sweep()
    },
    prune: isHeld => {
      for (const [url, { keys }] of [...entries]) if (!isHeld(url, keys)) drop(url)
    },
  }
}
