import type { ConversationId } from '@parlance/core'
import type { Current } from '@parlance/svelte'
import { fromReadable, useChat } from '@parlance/svelte'
import { onMount } from 'svelte'
import type { Attachment } from 'svelte/attachments'
import type { Rows, RowsView } from '../shared/timeline/createRows.ts'
import { createRows } from '../shared/timeline/createRows.ts'
import { readWhileShown } from '../shared/timeline/readWhileShown.ts'
import { usePanel } from './panelContext.ts'

export interface RowsOfTalk extends Pick<Rows, 'drawn' | 'toStart' | 'toEnd'> {
  readonly view: Current<RowsView>
  readonly isAway: Current<boolean>
  readonly scroller: Attachment<HTMLElement>
}

/** The rows of a conversation that are drawn. What is seen of it is marked read. */
export const useRows = (id: ConversationId): RowsOfTalk => {
  const { onScreen } = usePanel()
  const talk = useChat().current.conversation(id)
  const { view, atEnd, isAway, attach, drawn, toStart, toEnd } = createRows(talk)
  onMount(() => readWhileShown({ talk, onScreen, atEnd }))
  return { view: fromReadable(() => view), isAway: fromReadable(() => isAway), scroller: attach, drawn, toStart, toEnd }
}
