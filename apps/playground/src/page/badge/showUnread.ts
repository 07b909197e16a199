import type { Seat } from '../createSeat.ts'
import { createFavicon } from './createFavicon.ts'
import { createFocusOwner } from './createFocusOwner.ts'
import { pageTitle } from './pageTitle.ts'

/**
 * Keeps the unread of the one who sits here in the title and on the icon: of the only panel, or of the one among several that had the
 * focus last.
 */
export const showUnread = (page: Document, seats: readonly Seat[]): void => {
  const link = page.querySelector<HTMLLinkElement>('link[rel=icon]')
  const setFavicon = link === null ? undefined : createFavicon(link)
  const follow = ({ client: { chat } }: Seat): (() => void) => {
    const show = (): void => {
      const unread = chat.totalUnread.get().count
      page.title = pageTitle({ name: chat.user(chat.self).get().name, unread })
      setFavicon?.(unread)
    }
    const stops = [chat.totalUnread.subscribe(show), chat.user(chat.self).subscribe(show)]
    return () => {
      for (const stop of stops) stop()
    }
  }
  let stop: (() => void) | undefined
  const [only, ...others] = seats
  if (only !== undefined && others.length === 0) follow(only)
  else {
    createFocusOwner(page).subscribe(owner => {
      const seat = seats.find(({ user }) => user === owner)
      if (seat === undefined) return
      stop?.()
      stop = follow(seat)
    })
  }
}
