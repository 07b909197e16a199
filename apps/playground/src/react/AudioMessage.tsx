import type { AudioBody, MessageKey } from '@parlance/core'
import { useDownload } from '@parlance/react/attachments'
import type { ReactNode } from 'react'
import { errorLabel } from '../shared/wording/errorLabel.ts'
import { mediaLabel } from '../shared/wording/mediaLabel.ts'
import { Icon } from './Icon.tsx'
import { Progress } from './Progress.tsx'

export interface AudioMessageProps {
  readonly messageKey: MessageKey
  readonly body: AudioBody
}

/** Sound, to listen to. */
export const AudioMessage = ({ messageKey, body: { attachment, durationMs } }: AudioMessageProps): ReactNode => {
  const download = useDownload(messageKey, { eager: true })
  return (
    <div className="message-audio">
      <p className="message-media-name">
        <Icon name="sound" />
        <bdi>{attachment.name}</bdi>
        <span className="message-file-size">{mediaLabel(attachment, durationMs)}</span>
      </p>
      {download.state === 'ready' && (
        <audio controls preload="metadata" data-testid="audio" aria-label={attachment.name} src={download.url} />
      )}
      {download.state === 'loading' && <Progress progress={download.progress ?? 0} label="Downloaded" />}
      {download.state === 'failed' && (
        <p className="message-trouble">
          Not downloaded. {errorLabel(download.error)}.{' '}
          <button type="button" className="link-button" onClick={() => void download.start()}>
            Try again
          </button>
        </p>
      )}
    </div>
  )
}
