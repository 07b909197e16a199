import type { Attachment } from '@parlance/core'
import type { ReactNode } from 'react'
import { bytesLabel } from '../shared/format/bytesLabel.ts'
import { Icon } from './Icon.tsx'
import { usePanel } from './panelContext.ts'
import { Progress } from './Progress.tsx'

export interface FileMessageProps {
  readonly attachment: Attachment
  readonly progress: number | undefined
}

export const FileMessage = ({ attachment, progress }: FileMessageProps): ReactNode => {
  const { name, size } = attachment
  return (
    <>
      <a className="message-file" data-testid="file" href={usePanel().fileUrl(attachment)} target="_blank" rel="noreferrer" download={name}>
        <Icon name="file" />
        <span>
          <bdi className="message-file-name">{name}</bdi>
          <br />
          <span className="message-file-size">{bytesLabel(size)}</span>
        </span>
      </a>
      <Progress progress={progress} />
    </>
  )
}
