import { unreadNumber } from '../../shared/wording/unreadLabel.ts'

/** The page's title: whose it is, and how much is unread. Without a person, what the page is. */
export const pageTitle = (person: { readonly name: string; readonly unread: number } | undefined): string => {
  if (person === undefined) return 'Parlance playground'
  const { name, unread } = person
  return `${unread > 0 ? `(${unreadNumber({ count: unread, exact: true })}) ` : ''}${name} · Parlance playground`
}
