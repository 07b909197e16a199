import type { ConversationId, MessageKey } from '@parlance/core'
import type { StagedAttachment } from '@parlance/core/attachments'
import { expectTypeOf } from 'vitest'
import { useAttachments, useDownload } from './index.ts'

declare const id: ConversationId | undefined
declare const key: MessageKey | undefined
declare const input: HTMLInputElement

export const useAll = (): void => {
  const attachments = useAttachments(() => id)
  expectTypeOf(attachments.items).toEqualTypeOf<readonly StagedAttachment[]>()
  attachments.add(input.files ?? [])
  expectTypeOf(attachments.sendAll({ text: 'look' })).toEqualTypeOf<readonly MessageKey[]>()
  const file = useDownload(() => key, { eager: true })
  expectTypeOf(file.state).toEqualTypeOf<'idle' | 'loading' | 'ready' | 'failed'>()
  expectTypeOf(file.url).toEqualTypeOf<string | undefined>()
}
