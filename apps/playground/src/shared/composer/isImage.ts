/** Whether a file is shown as an image. SVG can carry scripts: a file like others. */
export const isImage = ({ mime }: { readonly mime: string }): boolean => /^image\/(?!svg)/.test(mime)
