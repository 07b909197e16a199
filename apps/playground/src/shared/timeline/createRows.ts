import type { ConversationHandle, Readable, Sequence, TimelineItem } from '@parlance/core'
import { elementScroll, observeElementOffset, observeElementRect, Virtualizer } from '@tanstack/virtual-core'
import type { VirtualizerOptions } from '@tanstack/virtual-core'
import { createCell } from '../cell.ts'
import { estimatedHeight } from './estimatedHeight.ts'
import type { Row } from './row.ts'
import { isJoined } from './row.ts'

/** What of a timeline is drawn. */
export interface RowsView {
  readonly rows: readonly Row[]
  /** Pixels that all rows take, drawn or not. */
  readonly height: number
  /** Rows there are, drawn or not. */
  readonly count: number
}

/** A timeline in a scrolled element: the few rows that are drawn, kept in place while rows come and go above and below them. */
export interface Rows {
  readonly view: Readable<RowsView>
  /** Whether the newest row is in sight. */
  readonly atEnd: Readable<boolean>
  /** Whether somebody has scrolled away from it. */
  readonly isAway: Readable<boolean>
  /** Begins with the element that scrolls; gives back what ends it. */
  readonly attach: (element: HTMLElement) => () => void
  /** Takes a row's element, with its index in `data-index`, whenever it was drawn. */
  readonly measure: (element: HTMLElement | null) => void
  /** To be called after a view has been drawn. */
  readonly drawn: (shown: RowsView) => void
  readonly toEnd: () => void
}

/** Pixels from the end within which the list sticks to it. */
const NEAR_END = 60
/** Rows from an edge at which the next page is asked for. */
const NEAR_EDGE = 4

export const createRows = ({
  open,
  timeline,
  history,
  loadOlder,
  loadNewer,
}: Pick<ConversationHandle, 'open' | 'timeline' | 'history' | 'loadOlder' | 'loadNewer'>): Rows => {
  const view = createCell<RowsView>({ rows: [], height: 0, count: 0 })
  const atEnd = createCell(false)
  const isAway = createCell(false)
  let items: Sequence<TimelineItem> = timeline.get()
  let scroller: HTMLElement | null = null
  let placed = false
  let scrollAfterDrawing: (() => void) | undefined

  const options = (): VirtualizerOptions<HTMLElement, HTMLElement> => {
    // The virtualizer compares a version of the list with the one before: each knows its own keys.
    const version = items
    return {
      count: version.length,
      getScrollElement: () => scroller,
      estimateSize: index => estimatedHeight(version.at(index)),
      getItemKey: index => version.at(index)?.key ?? index,
      scrollToFn: elementScroll,
      observeElementRect: (instance, tell) =>
        observeElementRect(instance, rect => {
          // A list that shows its end shows it also when there is less room.
          if (atEnd.get() && rect.height > 0) scrollAfterDrawing = toEnd
          tell(rect)
        }),
      observeElementOffset,
      overscan: 6,
      paddingStart: 12,
      paddingEnd: 12,
      anchorTo: 'end',
      followOnAppend: true,
      scrollEndThreshold: NEAR_END,
      onChange: show,
    }
  }
  const virtualizer = new Virtualizer(options())

  function show(): void {
    const rows: Row[] = []
    for (const { index, start } of virtualizer.getVirtualItems()) {
      const item = items.at(index)
      if (item !== undefined) rows.push({ key: item.key, index, start, item, joined: isJoined(items, index) })
    }
    view.set({ rows, height: virtualizer.getTotalSize(), count: items.length })
    if (scroller === null || !placed || scrollAfterDrawing !== undefined || scroller.clientHeight === 0) return
    const isAtEnd = virtualizer.isAtEnd()
    atEnd.set(isAtEnd)
    isAway.set(!isAtEnd)
    loadAtEdges()
  }

  const loadAtEdges = (): void => {
    const { range } = virtualizer
    const { state, hasOlder, hasNewer } = history.get()
    if (state !== 'idle' || range === null) return
    if (hasOlder && range.startIndex <= NEAR_EDGE) void loadOlder()
    else if (hasNewer && range.endIndex >= items.length - NEAR_EDGE) void loadNewer()
  }

  /** At first the list shows where the unread begin, else its end: when the newest page has come, or won't. */
  const place = (): void => {
    const { state, hasNewer } = history.get()
    if (placed || scroller === null || items.length === 0 || state === 'loading' || (state === 'idle' && hasNewer)) return
    placed = true
    scrollAfterDrawing = () => {
      const marker = items.indexOf('unread')
      // With nothing read above it, the unread begin somewhere further up.
      const isBeginning = marker > 0 && (!history.get().hasOlder || items.slice(0, marker).some(({ type }) => type === 'message'))
      if (isBeginning) virtualizer.scrollToIndex(marker, { align: 'start' })
      else virtualizer.scrollToEnd()
    }
  }

  /** A divider or gap at the top may go when older rows come in: what stays in place then is the first message below it. */
  const anchorBelowDivider = (): (() => void) | undefined => {
    const offset = virtualizer.scrollOffset ?? 0
    const top = virtualizer.getVirtualItemForOffset(offset)
    if (top === undefined || virtualizer.isAtEnd()) return undefined
    let index = top.index
    while (index < items.length && items.at(index)?.type !== 'message') index++
    const anchor = index === top.index ? undefined : virtualizer.measurementsCache[index]
    if (anchor === undefined) return undefined
    return () => {
      const now = virtualizer.measurementsCache[items.indexOf(String(anchor.key))]
      if (now !== undefined && now.start !== anchor.start) virtualizer.scrollToOffset(now.start + offset - anchor.start)
    }
  }

  const update = (next: Sequence<TimelineItem>): void => {
    const before = items
    if (before === next) return
    if (placed) scrollAfterDrawing ??= anchorBelowDivider()
    items = next
    const last = next.at(-1)
    if (placed && last?.type === 'message' && last.message.mine && before.indexOf(last.key) < 0) scrollAfterDrawing = toEnd
    virtualizer.setOptions(options())
    place()
    show()
  }

  const drawn = (shown: RowsView): void => {
    // There is another one to draw already: what is measured now, and where it could be scrolled to, is of the past.
    if (shown !== view.get()) return
    virtualizer._willUpdate()
    const scroll = scrollAfterDrawing
    scrollAfterDrawing = undefined
    if (scroll === undefined) return
    scroll()
    show()
  }

  const toEnd = (): void => virtualizer.scrollToEnd()

  return {
    view,
    atEnd,
    isAway,
    attach: element => {
      scroller = element
      // From the first row on, so that the unread marker stands when the list is placed.
      const close = open()
      const unmount = virtualizer._didMount()
      virtualizer._willUpdate()
      const stops = [
        timeline.subscribe(update),
        history.subscribe(() => {
          place()
          show()
        }),
      ]
      return () => {
        for (const stop of stops) stop()
        close()
        scroller = null
        placed = false
        atEnd.set(false)
        unmount()
      }
    },
    measure: virtualizer.measureElement,
    drawn,
    toEnd,
  }
}
