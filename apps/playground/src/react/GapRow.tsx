import type { ConversationCommands, TimelineItem } from '@parlance/core'
import type { ReactNode } from 'react'
import { loadGap } from '../shared/timeline/missingMessages.ts'
import { gapLook } from '../shared/wording/gapLook.ts'
import { usePanel } from './panelContext.ts'

export interface GapRowProps {
  readonly gap: Extract<TimelineItem, { type: 'gap' }>
  readonly talk: ConversationCommands
}

export const GapRow = ({ gap, talk }: GapRowProps): ReactNode => {
  const panel = usePanel()
  const { text, button } = gapLook(gap)
  return (
    <div className="gap" data-testid="gap">
      <span>{text}</span>
      {button !== undefined && (
        <button type="button" className="button" onClick={() => loadGap(panel, talk, gap.before)}>
          {button}
        </button>
      )}
    </div>
  )
}
