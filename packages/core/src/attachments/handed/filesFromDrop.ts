import { filesIn, transferOf } from './filesIn.ts'

/** The files that were dropped or pasted, of whatever kind. Text and folders are left out. */
export const filesFromDrop = (event: DragEvent | ClipboardEvent): readonly File[] => filesIn(transferOf(event))
