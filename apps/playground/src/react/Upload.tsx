import type { Message } from '@parlance/core'
import type { ReactNode } from 'react'
import { stopUpload } from '../shared/timeline/stopUpload.ts'
import { uploadOf } from '../shared/timeline/uploadOf.ts'
import { Icon } from './Icon.tsx'
import { usePanel } from './panelContext.ts'

/** How much of a message's file is through, and what stops it. */
export const Upload = ({ message }: { readonly message: Message }): ReactNode => {
  const panel = usePanel()
  const upload = uploadOf(message)
  if (upload === undefined) return null
  const { progress, label } = upload
  return (
    <div className="upload" data-testid="upload" data-progress={progress}>
      <progress value={progress} max={1} aria-label="Uploaded" />
      <span className="upload-label">{label}</span>
      <button
        type="button"
        className="icon-button"
        aria-label="Stop the upload"
        data-testid="upload-stop"
        onClick={() => void stopUpload(panel, message)}
      >
        <Icon name="close" />
      </button>
    </div>
  )
}
