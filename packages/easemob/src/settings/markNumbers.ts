/**
 * Which of Easemob's marks, from 0 to 19, say what. Easemob keeps them and gives them no meaning: all clients of an application have to
 * agree on them.
 */
export interface MarkNumbers {
  readonly markedUnread?: number
  readonly archived?: number
}

/** A setting that is one of Easemob's marks. */
export type MarkSetting = keyof MarkNumbers

const MOST = 19
const isMark = (mark: number): boolean => Number.isInteger(mark) && mark >= 0 && mark <= MOST

/** The settings that have a mark, with its number. Throws a `TypeError` for what is no mark, and for one that is two settings. */
export const markSettings = ({ markedUnread, archived }: MarkNumbers): ReadonlyMap<MarkSetting, number> => {
  const settings = new Map<MarkSetting, number>()
  if (markedUnread !== undefined) settings.set('markedUnread', markedUnread)
  if (archived !== undefined) settings.set('archived', archived)
  const numbers = new Set(settings.values())
  if (numbers.size < settings.size || ![...numbers].every(isMark))
    throw new TypeError(`Pass marks from 0 to ${MOST.toString()}, another for each setting.`)
  return settings
}
