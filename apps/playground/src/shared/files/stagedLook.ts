import type { StagedAttachment } from '@parlance/core/attachments'
import type { IconName } from '../icons.ts'

/** What stands for a file that is about to be sent: something to see of it, or an icon. */
export type StagedLook =
  | { readonly shows: 'image'; readonly url: string }
  | { readonly shows: 'video'; readonly url: string }
  | { readonly shows: 'icon'; readonly icon: IconName }

export const stagedLook = (item: StagedAttachment): StagedLook => {
  const kind = kindOf(item)
  if (item.preview !== undefined && (kind === 'image' || kind === 'video')) return { shows: kind, url: item.preview }
  return { shows: 'icon', icon: kind === 'audio' ? 'sound' : 'file' }
}

/** As what it will be sent; until that is known, as what it says that it is. */
const kindOf = (item: StagedAttachment): string | undefined => {
  if (item.state === 'ready') return item.body.type
  return item.state === 'reading' ? item.mime.split('/')[0] : 'file'
}
