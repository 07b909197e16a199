const usual = { width: 320, height: 240 }

/** A picture of nothing, as large as one that is still to come: it keeps its place. */
export const blankImage = (width = usual.width, height = usual.height): string =>
  `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"/>`)}`
