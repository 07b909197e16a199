import type { ConversationId } from '@parlance/core'
import { useChat, useReadable } from '@parlance/vue'
import type { Ref, ShallowRef } from 'vue'
import { onBeforeUnmount, onMounted, watch } from 'vue'
import type { Rows, RowsView } from '../shared/timeline/createRows.ts'
import { createRows } from '../shared/timeline/createRows.ts'
import { readWhileShown } from '../shared/timeline/readWhileShown.ts'
import { usePanel } from './panelKey.ts'

export interface RowsOfTalk extends Pick<Rows, 'toStart' | 'toEnd'> {
  readonly view: Readonly<Ref<RowsView>>
  readonly isAway: Readonly<Ref<boolean>>
}

/** The rows of a conversation that are drawn in an element that scrolls. What is seen of it is marked read. */
export const useRows = (id: ConversationId, scroller: Readonly<ShallowRef<HTMLElement | null>>): RowsOfTalk => {
  const chat = useChat()
  const { onScreen } = usePanel()
  const talk = chat.value.conversation(id)
  const rows = createRows(talk)
  const view = useReadable(rows.view)
  const isAway = useReadable(rows.isAway)
  const stops: (() => void)[] = []
  onMounted(() => {
    if (scroller.value !== null) stops.push(rows.attach(scroller.value))
    stops.push(readWhileShown({ talk, onScreen, atEnd: rows.atEnd }))
  })
  watch(view, rows.drawn, { flush: 'post' })
  onBeforeUnmount(() => {
    for (const stop of stops) stop()
  })
  return { view, isAway, toStart: rows.toStart, toEnd: rows.toEnd }
}
