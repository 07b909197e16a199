import type { ConversationHandle, Readable, Sequence, TimelineItem } from '@parlance/core'
import { elementScroll, measureElement, observeElementOffset, observeElementRect, Virtualizer } from '@tanstack/virtual-core'
import type { VirtualizerOptions } from '@tanstack/virtual-core'
import { createCell } from '../cell.ts'
import { createSoughtRow } from '../jump/createSoughtRow.ts'
import { anchorBelowDivider } from './anchorBelowDivider.ts'
import { createFocusedRow } from './createFocusedRow.ts'
import { estimatedHeight } from './estimatedHeight.ts'
import { openingRow } from './openingRow.ts'
import type { Row } from './row.ts'
import { isJoined } from './row.ts'

/** What of a timeline is drawn. */
export interface RowsView {
  readonly rows: readonly Row[]
  /** Pixels that all rows take, drawn or not. */
  readonly height: number
  /** Rows there are, drawn or not. */
  readonly count: number
  /** Whether the list stands where it opens: before that nobody has seen what is drawn. */
  readonly isPlaced: boolean
}

/** A timeline in a scrolled element: the few rows that are drawn, kept in place while rows come and go above and below them. */
export interface Rows {
  readonly view: Readable<RowsView>
  /** Whether somebody has scrolled away from the end. */
  readonly isAway: Readable<boolean>
  /** Begins with the element that scrolls; gives back what ends it. */
  readonly attach: (element: HTMLElement) => () => void
  /** To be called after a view has been drawn, each row as a `.timeline-row` with its index in `data-index`. */
  readonly drawn: (shown: RowsView) => void
  readonly toStart: () => void
  readonly toEnd: () => void
  /** Scrolls to a message, as soon as it is in the list. */
  readonly seek: (key: string) => void
  /** The message that was gone to just now. */
  readonly found: Readable<string | undefined>
}

/** Pixels from the end within which the list sticks to it. */
const NEAR_END = 60
/** Rows from an edge at which the next page is asked for. */
const NEAR_EDGE = 4
/** What somebody does who scrolls. */
const SCROLLING = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const

export const createRows = ({
  open,
  timeline,
  unread,
  history,
  loadOlder,
  loadNewer,
}: Pick<ConversationHandle, 'open' | 'timeline' | 'unread' | 'history' | 'loadOlder' | 'loadNewer'>): Rows => {
  const view = createCell<RowsView>({ rows: [], height: 0, count: 0, isPlaced: false })
  const isAway = createCell(false)
  let items: Sequence<TimelineItem> = timeline.get()
  let scroller: HTMLElement | null = null
  /** `forNow`: the newest page didn't come; where the list belongs is decided again when it does. */
  let placed: 'no' | 'forNow' | 'forGood' = 'no'
  let scrollAfterDrawing: (() => void) | undefined
  const focusedRow = createFocusedRow({ drawnRows: () => view.get().rows, indexOf: key => items.indexOf(key) })
  const soughtRow = createSoughtRow()
  let sought: string | undefined
  let measuring: { hasGrown: boolean } | undefined

  const options = (): VirtualizerOptions<HTMLElement, HTMLElement> => {
    // The virtualizer compares a version of the list with the one before: each knows its own keys.
    const version = items
    return {
      count: version.length,
      getScrollElement: () => scroller,
      estimateSize: index => estimatedHeight(version.at(index)),
      getItemKey: index => version.at(index)?.key ?? index,
      // In a panel that is put away rows have no height: they keep the one that they had.
      measureElement: (row, entry, instance) =>
        measureElement(row, entry, instance) || (instance.measurementsCache[instance.indexFromElement(row)]?.size ?? 0),
      scrollToFn: elementScroll,
      observeElementRect: (instance, tell) =>
        observeElementRect(instance, rect => {
          tell(rect)
          if (rect.height === 0) return
          // What couldn't be drawn and scrolled to while the panel was put away.
          if (scrollAfterDrawing !== undefined) show()
          // A list that shows its end shows it also when there is less room.
          else if (placed !== 'no' && !isAway.get()) toEnd()
          look()
        }),
      observeElementOffset: (instance, tell) =>
        observeElementOffset(instance, (offset, isScrolling) => {
          // A panel that is put away tells 0, and stands where it stood when it is back.
          const hasRoom = scroller !== null && scroller.clientHeight > 0
          tell(hasRoom ? offset : (instance.scrollOffset ?? offset), isScrolling)
          look()
        }),
      rangeExtractor: focusedRow.drawnWith,
      overscan: 6,
      paddingStart: 12,
      paddingEnd: 12,
      anchorTo: 'end',
      followOnAppend: true,
      scrollEndThreshold: NEAR_END,
      onChange: () => {
        if (measuring !== undefined) measuring.hasGrown = true
        else show()
      },
    }
  }
  const virtualizer = new Virtualizer(options())

  const show = (): void => {
    const rows: Row[] = []
    for (const { index, start } of virtualizer.getVirtualItems()) {
      const item = items.at(index)
      if (item !== undefined) rows.push({ key: item.key, index, start, item, joined: isJoined(items, index) })
    }
    const isPlaced = view.get().isPlaced || (placed !== 'no' && scrollAfterDrawing === undefined)
    view.set({ rows, height: virtualizer.getTotalSize(), count: items.length, isPlaced })
  }

  /** Where the list stands, as the element has it: the virtualizer's own offset runs ahead of what is drawn. */
  const look = (): void => {
    if (scroller === null || placed === 'no' || scrollAfterDrawing !== undefined) return
    const { scrollTop, scrollHeight, clientHeight } = scroller
    // Without room, and with another than is known yet, it says nothing.
    if (clientHeight === 0 || clientHeight !== virtualizer.scrollRect?.height) return
    isAway.set(scrollHeight - clientHeight - scrollTop > NEAR_END)
    // It hears of a scroll in the next frame.
    if (Math.abs((virtualizer.scrollOffset ?? 0) - scrollTop) < 2) loadAtEdges()
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
    if (placed === 'forGood' || scroller === null || items.length === 0) return
    if (state === 'loading' || (state === 'idle' ? hasNewer : placed === 'forNow')) return
    placed = state === 'idle' ? 'forGood' : 'forNow'
    scrollAfterDrawing = () => {
      const row = openingRow({ items, unread: unread.get(), history: history.get() })
      if (row === undefined) virtualizer.scrollToEnd()
      else virtualizer.scrollToIndex(row, { align: 'start' })
    }
  }

  const stayBelowDivider = (): (() => void) | undefined => {
    const stay = anchorBelowDivider(virtualizer, items)
    return stay && (() => stay(items))
  }

  const update = (next: Sequence<TimelineItem>): void => {
    const before = items
    if (before === next) return
    if (placed !== 'no') scrollAfterDrawing ??= stayBelowDivider()
    items = next
    if (placed !== 'no' && isSentHere(next.at(-1), before)) scrollAfterDrawing = toEnd
    virtualizer.setOptions(options())
    place()
    find()
    show()
  }

  const find = (): void => {
    const key = sought
    if (key === undefined || scroller === null || items.indexOf(key) < 0) return
    sought = undefined
    placed = 'forGood'
    scrollAfterDrawing = () => {
      soughtRow.find(key)
      virtualizer.scrollToIndex(items.indexOf(key), { align: 'center' })
    }
  }

  /** All rows at once, and the list is drawn again at most once for it. */
  const measure = (element: HTMLElement): void => {
    const pass = { hasGrown: false }
    measuring = pass
    for (const row of element.querySelectorAll<HTMLElement>('.timeline-row')) virtualizer.measureElement(row)
    virtualizer.measureElement(null)
    measuring = undefined
    if (pass.hasGrown) show()
  }

  const drawn = (shown: RowsView): void => {
    // There is another one to draw already: what is measured now, and where it could be scrolled to, is of the past.
    if (scroller === null || scroller.clientHeight === 0 || shown !== view.get()) return
    measure(scroller)
    if (shown !== view.get()) return
    virtualizer._willUpdate()
    const scroll = scrollAfterDrawing
    scrollAfterDrawing = undefined
    scroll?.()
    soughtRow.drawnIn(scroller)
    look()
    if (placed !== 'no' && !shown.isPlaced) show()
  }

  const toEnd = (): void => virtualizer.scrollToEnd()

  /** Somebody scrolls: there it stays. */
  const stay = (): void => {
    if (placed === 'forNow') placed = 'forGood'
  }

  return {
    view,
    isAway,
    attach: element => {
      scroller = element
      // From the first row on, so that the unread marker stands when the list is placed.
      const close = open()
      const unmount = virtualizer._didMount()
      virtualizer._willUpdate()
      const listening = new AbortController()
      const { signal } = listening
      for (const type of SCROLLING) element.addEventListener(type, stay, { signal, passive: true })
      focusedRow.watch(element, signal)
      const stops = [
        timeline.subscribe(update),
        history.subscribe(() => {
          place()
          show()
        }),
      ]
      return () => {
        for (const stop of stops) stop()
        soughtRow.stop()
        listening.abort()
        close()
        scroller = null
        placed = 'no'
        scrollAfterDrawing = undefined
        view.set({ ...view.get(), isPlaced: false })
        isAway.set(false)
        unmount()
      }
    },
    drawn,
    seek: key => {
      sought = key
      find()
      show()
    },
    found: soughtRow.found,
    toStart: () => virtualizer.scrollToOffset(0),
    toEnd: () => {
      // Its button goes.
      scroller?.focus({ preventScroll: true })
      toEnd()
    },
  }
}

/** Whether it is what I just sent, from this device. */
const isSentHere = (last: TimelineItem | undefined, before: Sequence<TimelineItem>): boolean =>
  last?.type === 'message' && last.message.mine && last.message.send?.state !== 'sent' && before.indexOf(last.key) < 0
