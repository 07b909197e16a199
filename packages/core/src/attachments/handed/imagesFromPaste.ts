import { filesIn, transferOf } from './filesIn.ts'

/**
 * The pictures that were pasted or dropped. Text beside them stays where it is; a picture without a name gets one.
 * @example
 * composer.addEventListener('paste', event => staged.add(imagesFromPaste(event)))
 */
export const imagesFromPaste = (event: ClipboardEvent | DragEvent): readonly File[] =>
  filesIn(transferOf(event)).filter(({ type }) => type.startsWith('image/'))
