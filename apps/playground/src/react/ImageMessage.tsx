import type { ImageBody, MessageKey } from '@parlance/core'
import { useDownload } from '@parlance/react/attachments'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { blankImage } from '../shared/files/blankImage.ts'
import { FileMessage } from './FileMessage.tsx'
import { usePanel } from './panelContext.ts'
import { Progress } from './Progress.tsx'

export interface ImageMessageProps {
  readonly messageKey: MessageKey
  readonly body: ImageBody
}

/** An image, until it is here its thumbnail; or the file where it can't be shown as an image. */
export const ImageMessage = ({ messageKey, body }: ImageMessageProps): ReactNode => {
  const { attachment, width, height, thumbnail } = body
  const { fileUrl } = usePanel()
  const download = useDownload(messageKey, { eager: true })
  const [broken, setBroken] = useState<string>()
  const isHere = download.state === 'ready'
  const source = isHere ? download.url : (thumbnail ?? blankImage(width, height))
  if (download.state === 'failed' || source === broken) return <FileMessage messageKey={messageKey} attachment={attachment} />
  return (
    <>
      <a className="message-image-link" href={fileUrl(attachment)} target="_blank" rel="noreferrer">
        <img
          className={`message-image ${isHere ? '' : 'is-coming'}`}
          data-testid="image"
          data-here={isHere}
          src={source}
          alt={attachment.name}
          width={width}
          height={height}
          onError={() => setBroken(source)}
        />
      </a>
      {download.state === 'loading' && <Progress progress={download.progress} label="Downloaded" />}
    </>
  )
}
