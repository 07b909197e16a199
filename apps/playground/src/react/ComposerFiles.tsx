import type { Attachment } from '@parlance/core'
import type { ReactNode } from 'react'
import { Icon } from './Icon.tsx'

export interface ComposerFilesProps {
  readonly attachments: readonly Attachment[]
  readonly onRemove: (attachment: Attachment) => void
}

/** What will be sent along. */
export const ComposerFiles = ({ attachments, onRemove }: ComposerFilesProps): ReactNode =>
  attachments.length > 0 && (
    <ul className="composer-files" role="list">
      {attachments.map((attachment, index) => (
        <li key={attachment.preview ?? `${index} ${attachment.name}`} className="composer-file" data-testid="attached">
          {attachment.preview === undefined ? (
            <span className="composer-file-name">
              <bdi>{attachment.name}</bdi>
            </span>
          ) : (
            <img src={attachment.preview} alt={attachment.name} />
          )}
          <button type="button" className="icon-button" aria-label={`Remove ${attachment.name}`} onClick={() => onRemove(attachment)}>
            <Icon name="close" />
          </button>
        </li>
      ))}
    </ul>
  )
