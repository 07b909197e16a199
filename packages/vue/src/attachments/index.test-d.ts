import type { ConversationId, MessageKey } from '@parlance/core'
import type { StagedAttachment } from '@parlance/core/attachments'
import { expectTypeOf } from 'vitest'
import type { Ref } from 'vue'
import { useAttachments, useDownload } from './index.ts'

declare const id: ConversationId | undefined
declare const key: MessageKey | undefined
declare const input: HTMLInputElement

export const useAll = (): void => {
  const { items, add, sendAll } = useAttachments(() => id)
  expectTypeOf(items).toEqualTypeOf<Readonly<Ref<readonly StagedAttachment[]>>>()
  add(input.files ?? [])
  expectTypeOf(sendAll({ text: 'look' })).toEqualTypeOf<readonly MessageKey[]>()
  const { state, url } = useDownload(key, { eager: () => true })
  expectTypeOf(state.value).toEqualTypeOf<'idle' | 'loading' | 'ready' | 'failed'>()
  expectTypeOf(url.value).toEqualTypeOf<string | undefined>()
}
