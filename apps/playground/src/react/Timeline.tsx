import type { ConversationView } from '@parlance/react'
import type { ReactNode } from 'react'
import { moveThroughMessages } from '../shared/timeline/moveThroughMessages.ts'
import { historyLook } from '../shared/wording/historyLook.ts'
import { Announcer } from './Announcer.tsx'
import { Icon } from './Icon.tsx'
import { TimelineRow } from './TimelineRow.tsx'
import { useRows } from './useRows.ts'

export interface TimelineProps {
  readonly talk: ConversationView
  readonly label: string
}

export const Timeline = ({ talk, label }: TimelineProps): ReactNode => {
  const { view, isAway, scroller, measure, toEnd } = useRows(talk.id)
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
        onKeyDown={event => moveThroughMessages(event.nativeEvent, event.currentTarget)}
      >
        <ol className="timeline-rows" role="list" style={{ height: view.height }}>
          {view.rows.map(row => (
            <li
              key={row.key}
              ref={measure}
              className="timeline-row"
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
            <button type="button" className="link-button" onClick={() => void talk.loadOlder()}>
              Try again
            </button>
          )}
        </p>
      )}
      {isAway && (
        <button type="button" className="icon-button to-end" aria-label="To the newest message" onClick={toEnd}>
          <Icon name="down" />
        </button>
      )}
      <Announcer id={talk.id} />
    </div>
  )
}
