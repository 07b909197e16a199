/** What stands in place of a picture of somewhere else that doesn’t come. */
export const pictureTrouble = (url: string): string => `The picture at ${new URL(url).host} can’t be loaded.`
