import type { ConversationId } from '@parlance/core'
import { useChat, useReadable } from '@parlance/react'
import type { RefCallback } from 'react'
import { useCallback, useEffect, useLayoutEffect, useMemo } from 'react'
import { followJumps } from '../shared/jump/followJumps.ts'
import { activeOnScreen } from '../shared/timeline/activeOnScreen.ts'
import type { Rows, RowsView } from '../shared/timeline/createRows.ts'
import { createRows } from '../shared/timeline/createRows.ts'
import { usePanel } from './panelContext.ts'

export interface RowsOfTalk extends Pick<Rows, 'toStart' | 'toEnd'> {
  readonly view: RowsView
  readonly isAway: boolean
  /** The row that was gone to just now. */
  readonly found: string | undefined
  readonly scroller: RefCallback<HTMLElement>
}

/** The rows of a conversation that are drawn. */
export const useRows = (id: ConversationId): RowsOfTalk => {
  const chat = useChat()
  const panel = usePanel()
  const { onScreen } = panel
  const talk = useMemo(() => chat.conversation(id), [chat, id])
  const rows = useMemo(() => createRows(talk), [talk])
  const view = useReadable(rows.view)
  const isAway = useReadable(rows.isAway)
  const found = useReadable(rows.found)
  const scroller = useCallback((element: HTMLElement | null) => (element === null ? undefined : rows.attach(element)), [rows])
  useLayoutEffect(() => rows.drawn(view), [rows, view])
  useEffect(() => activeOnScreen(talk, onScreen), [talk, onScreen])
  useEffect(() => followJumps(panel, id, rows), [panel, id, rows])
  return { view, isAway, found, scroller, toStart: rows.toStart, toEnd: rows.toEnd }
}
