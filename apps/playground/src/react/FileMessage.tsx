import type { Attachment, MessageKey } from '@parlance/core'
import { useDownload } from '@parlance/react/attachments'
import type { ReactNode } from 'react'
import { saveFile } from '../shared/files/saveFile.ts'
import { bytesLabel } from '../shared/format/bytesLabel.ts'
import { errorLabel } from '../shared/wording/errorLabel.ts'
import { Icon } from './Icon.tsx'
import { Progress } from './Progress.tsx'

export interface FileMessageProps {
  readonly messageKey: MessageKey
  readonly attachment: Attachment
}

/** A file; a click saves it. */
export const FileMessage = ({ messageKey, attachment: { name, size, url } }: FileMessageProps): ReactNode => {
  const download = useDownload(messageKey)
  return (
    <>
      <button
        type="button"
        className="message-file"
        data-testid="file"
        data-state={download.state}
        title={`Save ${name}`}
        disabled={url === undefined}
        onClick={() => void saveFile(download.start, name)}
      >
        <Icon name="file" />
        <span>
          <bdi className="message-file-name">{name}</bdi>
          <br />
          <span className="message-file-size">{bytesLabel(size)}</span>
        </span>
      </button>
      {download.state === 'loading' && (
        <span className="message-file-progress">
          <Progress progress={download.progress ?? 0} label="Downloaded" />
          <button type="button" className="link-button" onClick={download.cancel}>
            Cancel
          </button>
        </span>
      )}
      {download.state === 'failed' && <span className="message-trouble">Not downloaded. {errorLabel(download.error)}.</span>}
    </>
  )
}
