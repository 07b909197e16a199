/** Order by code unit, as positions and ids have it. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The least text above another: nothing lies between the two. */
export const nextText = (text: string): string => `${text}\0`
