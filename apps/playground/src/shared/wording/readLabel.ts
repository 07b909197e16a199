/** How many have read a message: `Read by 2 of 3`. */
export const readLabel = (read: number, of: number | undefined): string =>
  of === undefined ? `Read by ${read}` : `Read by ${read} of ${of}`
