import type { ConversationView } from '@parlance/react'
import { useReadWhileVisible } from '@parlance/react'
import type { ReactNode } from 'react'
import { loadPageAgain } from '../shared/timeline/missingMessages.ts'
import { timelineKeys } from '../shared/timeline/timelineKeys.ts'
import { historyLook } from '../shared/wording/historyLook.ts'
import { Announcer } from './Announcer.tsx'
import { usePanel } from './panelContext.ts'
import { TimelineRow } from './TimelineRow.tsx'
import { ToEnd } from './ToEnd.tsx'
import { useRows } from './useRows.ts'

export interface TimelineProps {
  readonly talk: ConversationView
  readonly label: string
}

export const Timeline = ({ talk, label }: TimelineProps): ReactNode => {
  const panel = usePanel()
  const { view, isAway, found, scroller, toStart, toEnd } = useRows(talk.id)
  const seen = useReadWhileVisible(talk.id)
  const status = historyLook(talk.history)
  return (
    <div className="timeline">
      <div
        ref={scroller}
        className="timeline-scroller"
        role="region"
        aria-label={label}
        data-testid="timeline"
        data-away={isAway}
        tabIndex={0}
        onKeyDown={event => timelineKeys(event.nativeEvent, event.currentTarget, { toStart, toEnd })}
      >
        <ol className="timeline-rows" role="list" style={{ height: view.height }}>
          {view.rows.map(row => (
            <li
              key={row.key}
              ref={view.isPlaced && row.item.type === 'message' ? seen(row.key) : undefined}
              className={`timeline-row ${row.key === found ? 'is-found' : ''}`}
              data-index={row.index}
              aria-posinset={row.index + 1}
              aria-setsize={view.count}
              style={{ transform: `translateY(${row.start}px)` }}
            >
              <TimelineRow row={row} talk={talk} />
            </li>
          ))}
        </ol>
      </div>
      {status !== undefined && (
        <p className="timeline-status" role="status">
          {status.text}
          {status.retry && (
            <button type="button" className="link-button" onClick={() => loadPageAgain(panel, talk)}>
              Try again
            </button>
          )}
        </p>
      )}
      {isAway && <ToEnd unread={talk.unread} onGo={toEnd} />}
      <Announcer id={talk.id} />
    </div>
  )
}
