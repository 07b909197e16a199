import type { ConversationId } from '@parlance/core'
import { useChat, useReadable } from '@parlance/vue'
import type { Ref, ShallowRef } from 'vue'
import { onBeforeUnmount, onMounted, watch } from 'vue'
import { followJumps } from '../shared/jump/followJumps.ts'
import { activeOnScreen } from '../shared/timeline/activeOnScreen.ts'
import type { Rows, RowsView } from '../shared/timeline/createRows.ts'
import { createRows } from '../shared/timeline/createRows.ts'
import { usePanel } from './panelKey.ts'

export interface RowsOfTalk extends Pick<Rows, 'toStart' | 'toEnd'> {
  readonly view: Readonly<Ref<RowsView>>
  readonly isAway: Readonly<Ref<boolean>>
  /** The row that was gone to just now. */
  readonly found: Readonly<Ref<string | undefined>>
}

/** The rows of a conversation that are drawn in an element that scrolls. */
export const useRows = (id: ConversationId, scroller: Readonly<ShallowRef<HTMLElement | null>>): RowsOfTalk => {
  const chat = useChat()
  const panel = usePanel()
  const { onScreen } = panel
  const talk = chat.value.conversation(id)
  const rows = createRows(talk)
  const view = useReadable(rows.view)
  const isAway = useReadable(rows.isAway)
  const found = useReadable(rows.found)
  const stops: (() => void)[] = []
  onMounted(() => {
    if (scroller.value !== null) stops.push(rows.attach(scroller.value))
    stops.push(activeOnScreen(talk, onScreen), followJumps(panel, id, rows))
  })
  watch(view, rows.drawn, { flush: 'post' })
  onBeforeUnmount(() => {
    for (const stop of stops) stop()
  })
  return { view, isAway, found, toStart: rows.toStart, toEnd: rows.toEnd }
}
