const MOST = 6

/** How many lines a field shows, where the browser doesn't fit it to its content by itself. */
export const lineCount = (text: string): number => Math.min(MOST, text.split('\n').length)
