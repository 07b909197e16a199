import type { ImageBody } from '@parlance/core'
import type { ReactNode } from 'react'
import { usePanel } from './panelContext.ts'
import { Progress } from './Progress.tsx'

export interface ImageMessageProps {
  readonly body: ImageBody
  readonly progress: number | undefined
}

export const ImageMessage = ({ body: { attachment, width, height }, progress }: ImageMessageProps): ReactNode => {
  const url = usePanel().fileUrl(attachment)
  const source = url ?? attachment.preview
  return (
    <>
      {source !== undefined && (
        <a href={url} target="_blank" rel="noreferrer">
          <img className="message-image" data-testid="image" src={source} alt={attachment.name} width={width} height={height} />
        </a>
      )}
      <Progress progress={progress} />
    </>
  )
}
