import type { ConversationId } from '@parlance/core'
import type { Current } from '@parlance/svelte'
import { fromReadable, useChat } from '@parlance/svelte'
import { onMount } from 'svelte'
import type { Attachment } from 'svelte/attachments'
import { followJumps } from '../shared/jump/followJumps.ts'
import { activeOnScreen } from '../shared/timeline/activeOnScreen.ts'
import type { Rows, RowsView } from '../shared/timeline/createRows.ts'
import { createRows } from '../shared/timeline/createRows.ts'
import { usePanel } from './panelContext.ts'

export interface RowsOfTalk extends Pick<Rows, 'drawn' | 'toStart' | 'toEnd'> {
  readonly view: Current<RowsView>
  readonly isAway: Current<boolean>
  /** The row that was gone to just now. */
  readonly found: Current<string | undefined>
  readonly scroller: Attachment<HTMLElement>
}

/** The rows of a conversation that are drawn. */
export const useRows = (id: ConversationId): RowsOfTalk => {
  const panel = usePanel()
  const talk = useChat().current.conversation(id)
  const rows = createRows(talk)
  const { view, isAway, found, attach, drawn, toStart, toEnd } = rows
  onMount(() => activeOnScreen(talk, panel.onScreen))
  onMount(() => followJumps(panel, id, rows))
  return {
    view: fromReadable(() => view),
    isAway: fromReadable(() => isAway),
    found: fromReadable(() => found),
    scroller: attach,
    drawn,
    toStart,
    toEnd,
  }
}
