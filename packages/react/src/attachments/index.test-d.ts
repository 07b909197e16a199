import type { ConversationId, MessageKey, Outcome } from '@parlance/core'
import type { StagedAttachment } from '@parlance/core/attachments'
import { expectTypeOf } from 'vitest'
import { useAttachments, useDownload } from './index.ts'

declare const id: ConversationId | undefined
declare const key: MessageKey | undefined
declare const input: HTMLInputElement

export const useAll = (): string | undefined => {
  const { items, add, sendAll } = useAttachments(id)
  expectTypeOf(items).toEqualTypeOf<readonly StagedAttachment[]>()
  add(input.files ?? [])
  expectTypeOf(sendAll({ text: 'look', replyTo: { id: 'm1' } })).toEqualTypeOf<readonly MessageKey[]>()
  const file = useDownload(key, { eager: true })
  expectTypeOf(file.start()).toEqualTypeOf<Promise<Outcome<string>>>()
  // @ts-expect-error -- there is a URL only once it is here
  void file.url
  return file.state === 'ready' ? file.url : undefined
}
