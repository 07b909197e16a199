/** Order by code unit, as positions and ids have it. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
