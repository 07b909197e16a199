/** What an event carries. */
export const transferOf = (event: ClipboardEvent | DragEvent): DataTransfer | null =>
  'clipboardData' in event ? event.clipboardData : event.dataTransfer

/** The files of a paste or a drop, all of them with a name. */
export const filesIn = (transfer: DataTransfer | null): readonly File[] => {
  if (transfer === null) return []
  const items = Array.from(transfer.items)
  // Items tell folders from files; where there are none, the list of files is all there is.
  const files = items.length > 0 ? items.flatMap(fileOf) : Array.from(transfer.files)
  return files.map(named)
}

const fileOf = (item: DataTransferItem): readonly File[] => {
  if (item.kind !== 'file' || item.webkitGetAsEntry()?.isDirectory === true) return []
  const file = item.getAsFile()
  return file === null ? [] : [file]
}

const named = (file: File, index: number): File => {
  if (file.name !== '') return file
  const [family = '', kind = ''] = file.type.split(/[/;+]/)
  const name = `${family || 'file'}-${(index + 1).toString()}${kind === '' ? '' : `.${kind}`}`
  return new File([file], name, { type: file.type, lastModified: file.lastModified })
}
