import type { ImageBody } from '@parlance/core'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { FileMessage } from './FileMessage.tsx'
import { usePanel } from './panelContext.ts'
import { Progress } from './Progress.tsx'

export interface ImageMessageProps {
  readonly body: ImageBody
  readonly progress: number | undefined
}

/** An image, or the file where it can't be shown as one. */
export const ImageMessage = ({ body: { attachment, width, height }, progress }: ImageMessageProps): ReactNode => {
  const url = usePanel().fileUrl(attachment)
  const source = url ?? attachment.preview
  const [broken, setBroken] = useState<string>()
  if (source === undefined || source === broken) return <FileMessage attachment={attachment} progress={progress} />
  return (
    <>
      <a className="message-image-link" href={url} target="_blank" rel="noreferrer">
        <img
          className="message-image"
          data-testid="image"
          src={source}
          alt={attachment.name}
          width={width}
          height={height}
          onError={() => setBroken(source)}
        />
      </a>
      <Progress progress={progress} />
    </>
  )
}
