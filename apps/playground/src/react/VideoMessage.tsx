import type { MessageKey, VideoBody } from '@parlance/core'
import { useDownload } from '@parlance/react/attachments'
import type { ReactNode } from 'react'
import { useEffect, useRef, useState } from 'react'
import { blankImage } from '../shared/files/blankImage.ts'
import { errorLabel } from '../shared/wording/errorLabel.ts'
import { mediaLabel } from '../shared/wording/mediaLabel.ts'
import { Icon } from './Icon.tsx'
import { Progress } from './Progress.tsx'

export interface VideoMessageProps {
  readonly messageKey: MessageKey
  readonly body: VideoBody
}

/** A film: fetched when somebody wants to see it. */
export const VideoMessage = ({ messageKey, body }: VideoMessageProps): ReactNode => {
  const { attachment, durationMs, width, height, thumbnail } = body
  const download = useDownload(messageKey)
  const [isWanted, setWanted] = useState(false)
  const video = useRef<HTMLVideoElement>(null)
  const isHere = download.state === 'ready'
  const poster = thumbnail ?? blankImage(width, height)
  useEffect(() => {
    if (isWanted && isHere) video.current?.focus()
  }, [isWanted, isHere])
  const play = (): void => {
    setWanted(true)
    void download.start()
  }
  return (
    <div className="message-film">
      {isHere ? (
        <video
          className="message-image"
          data-testid="video"
          controls
          autoPlay={isWanted}
          ref={video}
          aria-label={attachment.name}
          src={download.url}
          poster={thumbnail}
          width={width}
          height={height}
        />
      ) : (
        <button
          type="button"
          className="message-poster"
          data-testid="poster"
          aria-label={`Play ${attachment.name}, ${mediaLabel(attachment, durationMs)}`}
          disabled={download.state === 'loading'}
          onClick={play}
        >
          <img className="message-image" src={poster} alt="" width={width} height={height} />
          <span className="message-poster-play">
            <Icon name="play" />
          </span>
          <span className="message-poster-note">{mediaLabel(attachment, durationMs)}</span>
        </button>
      )}
      {download.state === 'loading' && <Progress progress={download.progress ?? 0} label="Downloaded" />}
      {download.state === 'failed' && <p className="message-trouble">Not downloaded. {errorLabel(download.error)}.</p>}
    </div>
  )
}
