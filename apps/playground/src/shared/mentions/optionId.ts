/** The id of a line of a list: what a field that keeps the focus names as active. */
export const optionId = (listId: string, index: number): string => `${listId}-${index}`
