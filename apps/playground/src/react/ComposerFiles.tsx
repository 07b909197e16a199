import type { StagedAttachment } from '@parlance/core/attachments'
import type { ReactNode } from 'react'
import { stagedLook } from '../shared/files/stagedLook.ts'
import { stagedLabel } from '../shared/wording/stagedLabel.ts'
import { Icon } from './Icon.tsx'

export interface ComposerFilesProps {
  readonly items: readonly StagedAttachment[]
  readonly onRemove: (id: string) => void
}

/** What will be sent along. */
export const ComposerFiles = ({ items, onRemove }: ComposerFilesProps): ReactNode =>
  items.length > 0 && (
    <ul className="composer-files" role="list" aria-label="Attached">
      {items.map(item => (
        <li key={item.id} className="composer-file" data-testid="attached" data-state={item.state}>
          <ComposerFilePreview item={item} />
          <span className="composer-file-name">
            <bdi>{item.name}</bdi>
          </span>
          <span className="composer-file-note" role={item.state === 'invalid' ? 'alert' : undefined}>
            {stagedLabel(item)}
          </span>
          <button type="button" className="icon-button" aria-label={`Remove ${item.name}`} onClick={() => onRemove(item.id)}>
            <Icon name="close" />
          </button>
        </li>
      ))}
    </ul>
  )

const ComposerFilePreview = ({ item }: { readonly item: StagedAttachment }): ReactNode => {
  const look = stagedLook(item)
  switch (look.shows) {
    case 'image':
      return <img className="composer-file-preview" src={look.url} alt="" />
    case 'video':
      return <video className="composer-file-preview" src={look.url} muted preload="metadata" />
    case 'icon':
      return (
        <span className="composer-file-preview">
          <Icon name={look.icon} />
        </span>
      )
  }
}
