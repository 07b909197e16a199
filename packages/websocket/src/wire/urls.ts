/**
 * Whether a URL may be followed or shown [SEC2]: http, https, blob, and data only for images. Absolute, and spelt so that no
 * parser can see another scheme in it.
 */
export const isSafeUrl = (url: string): boolean => /^(?:https?:\/\/|blob:|data:image\/)/i.test(url)

/** Whether it is a picture that travels within a message. */
export const isImageData = (url: string): boolean => /^data:image\//i.test(url)
