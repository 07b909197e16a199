/** A list with something more, or without it where it was in it. */
export const toggled = <T>(list: readonly T[], item: T): readonly T[] =>
  list.includes(item) ? list.filter(other => other !== item) : [...list, item]
