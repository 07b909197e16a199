import type { Chat } from '../chat.ts'
import type { ChatError } from '../model/error.ts'
import { chatError } from '../model/error.ts'
import type { MessageKey } from '../model/ids.ts'
import type { Outcome } from '../model/outcome.ts'
import { done, failed } from '../model/outcome.ts'
import type { Readable } from '../model/readable.ts'
import type { Reader } from '../model/receipts.ts'

/** Who has read a message, as far as it is loaded. */
export interface ReaderList {
  readonly items: readonly Reader[]
  readonly state: 'idle' | 'loading' | 'failed'
  /** Whether `loadMore` may bring more. */
  readonly hasMore: boolean
  readonly error?: ChatError | undefined
}

/** The list of a message's readers. The first page is asked for when somebody first subscribes. */
export interface Readers extends Readable<ReaderList> {
  /** The next page, or the one that failed again. Calls while one is loading join it. */
  readonly loadMore: () => Promise<Outcome>
}

/** The readers of a message of mine, page by page. An `undefined` key has none. */
export const readersOf = (chat: Chat, key: MessageKey | undefined): Readers => {
  const listeners = new Set<() => void>()
  let list: ReaderList = { items: [], state: key === undefined ? 'idle' : 'loading', hasMore: key !== undefined }
  let after: string | undefined
  let loading: Promise<Outcome> | undefined

  const show = (next: ReaderList): void => {
    list = next
    for (const tell of [...listeners]) tell()
  }
  const load = async (message: MessageKey): Promise<Outcome> => {
    const conversation = chat.message(message).get()?.conversation
    const page = await (conversation === undefined
      ? failed(chatError('notFound', { message: 'The message whose readers are asked for is not here.' }))
      : chat.conversation(conversation).readers(message, after === undefined ? {} : { after }))
    loading = undefined
    if (!page.ok) {
      show({ items: list.items, state: 'failed', hasMore: true, error: page.error })
      return page
    }
    after = page.value.next
    show({ items: [...list.items, ...page.value.items], state: 'idle', hasMore: after !== undefined })
    return done
  }
  const loadMore = (): Promise<Outcome> => {
    if (key === undefined || !list.hasMore) return Promise.resolve(done)
    if (loading === undefined) {
      loading = load(key)
      if (list.state !== 'loading') show({ items: list.items, state: 'loading', hasMore: true })
    }
    return loading
  }

  return {
    get: () => list,
    subscribe: listener => {
      // In a promise, so that one who throws is reported as unhandled and reaches nobody else [BND7].
      const tell = (): void =>
        void new Promise<void>(resolve => {
          listener(list)
          resolve()
        })
      listeners.add(tell)
      tell()
      if (list.state === 'loading') void loadMore()
      return () => listeners.delete(tell)
    },
    loadMore,
  }
}
