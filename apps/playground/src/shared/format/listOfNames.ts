const and = new Intl.ListFormat('en', { type: 'conjunction' })

/** `Alice, Bob, and Carol`. */
export const listOfNames = (names: Iterable<string>): string => and.format(names)
