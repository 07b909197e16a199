import type { Attachment } from '@parlance/core'
import { bytesLabel } from '../format/bytesLabel.ts'
import { durationLabel } from '../format/durationLabel.ts'

/** How long sound or a film is, as far as that is known, and how large: `0:12 · 3.4 MB`. */
export const mediaLabel = ({ size }: Attachment, durationMs: number | undefined): string =>
  durationMs === undefined ? bytesLabel(size) : `${durationLabel(durationMs)} · ${bytesLabel(size)}`
