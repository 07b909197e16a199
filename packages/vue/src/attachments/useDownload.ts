import type { ChatError, MessageKey } from '@parlance/core'
import type { DownloadState, FileDownload } from '@parlance/core/attachments'
import { downloadOf } from '@parlance/core/attachments'
import type { MaybeRefOrGetter, Ref } from 'vue'
import { computed, toValue } from 'vue'
import type { ChatOption } from '../useChat.ts'
import { useChat } from '../useChat.ts'
import { useReadable } from '../useReadable.ts'

/** What `useDownload` takes last. */
export interface DownloadOption extends ChatOption {
  /** Fetches the file while the component shows it; default: only when `start` is called. */
  readonly eager?: MaybeRefOrGetter<boolean | undefined>
}

/** How far a message's file is, and what fetches it. */
export interface DownloadView extends Pick<FileDownload, 'start' | 'cancel'> {
  readonly state: Readonly<Ref<DownloadState['state']>>
  /** From 0 to 1, while it is on its way and somebody tells. */
  readonly progress: Readonly<Ref<number | undefined>>
  /** Once it is here. */
  readonly url: Readonly<Ref<string | undefined>>
  readonly error: Readonly<Ref<ChatError | undefined>>
}

/**
 * The file of a message, as an object URL once it is here. Fetched once, whoever shows it.
 * @example
 * const { url, progress } = useDownload(() => props.message.key, { eager: true })
 */
export const useDownload = (key: MaybeRefOrGetter<MessageKey | undefined>, options: DownloadOption = {}): DownloadView => {
  const chat = useChat(options)
  const download = computed(() => downloadOf(chat.value, toValue(key), toValue(options.eager) ?? false))
  const now = useReadable(() => download.value.state)
  return {
    state: computed(() => now.value.state),
    progress: computed(() => (now.value.state === 'loading' ? now.value.progress : undefined)),
    url: computed(() => (now.value.state === 'ready' ? now.value.url : undefined)),
    error: computed(() => (now.value.state === 'failed' ? now.value.error : undefined)),
    start: () => download.value.start(),
    cancel: () => download.value.cancel(),
  }
}
