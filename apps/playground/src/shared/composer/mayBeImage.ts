/** Whether a file says that it is an image to be shown. SVG can carry scripts: a file like others. */
export const mayBeImage = ({ type }: Blob): boolean => /^image\/(?!svg)/.test(type)
