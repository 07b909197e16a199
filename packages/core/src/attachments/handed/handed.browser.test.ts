import { describe, expect, it } from 'vitest'
import { filesFromDrop } from './filesFromDrop.ts'
import { imagesFromPaste } from './imagesFromPaste.ts'

const transfer = (...contents: readonly (File | string)[]): DataTransfer => {
  const made = new DataTransfer()
  for (const content of contents) {
    if (typeof content === 'string') made.items.add(content, 'text/plain')
    else made.items.add(content)
  }
  return made
}
const paste = (...contents: readonly (File | string)[]): ClipboardEvent =>
  new ClipboardEvent('paste', { clipboardData: transfer(...contents) })
const drop = (...contents: readonly (File | string)[]): DragEvent => new DragEvent('drop', { dataTransfer: transfer(...contents) })
const lake = new File(['x'], 'lake.png', { type: 'image/png' })
const words = new File(['x'], 'words.txt', { type: 'text/plain' })
const names = (files: readonly File[]): readonly string[] => files.map(({ name }) => name)

describe('[ATT4] files that are handed in', () => {
  it('are the pictures of a paste, without text and other files', () => {
    expect(imagesFromPaste(paste('a caption', lake, words))).toEqual([lake])
    expect(imagesFromPaste(paste('only words'))).toEqual([])
  })

  it('are the pictures of a drop', () => {
    expect(imagesFromPaste(drop(words, lake))).toEqual([lake])
  })

  it('are all the files of a drop or a paste, in their order', () => {
    expect(names(filesFromDrop(drop(words, 'text', lake)))).toEqual(['words.txt', 'lake.png'])
    expect(names(filesFromDrop(paste(words)))).toEqual(['words.txt'])
  })

  it('get a name if they have none', () => {
    const nameless = (type: string): File => new File(['x'], '', { type })
    const files = filesFromDrop(drop(nameless('image/png'), nameless('image/svg+xml'), nameless('')))
    expect(names(files)).toEqual(['image-1.png', 'image-2.svg', 'file-3'])
    expect(files[0]).toMatchObject({ type: 'image/png', size: 1 })
  })

  it('are none where there is nothing', () => {
    expect(imagesFromPaste(new ClipboardEvent('paste'))).toEqual([])
    expect(filesFromDrop(new DragEvent('drop'))).toEqual([])
  })

  it('are no folders', () => {
    const folder = { kind: 'file', webkitGetAsEntry: () => ({ isDirectory: true }), getAsFile: () => new File([''], 'folder') }
    const event = { dataTransfer: { items: [folder], files: [] } } as unknown as DragEvent
    expect(filesFromDrop(event)).toEqual([])
  })

  it('are found where a browser tells of files, but of no items', () => {
    const event = { clipboardData: { items: [], files: [lake] } } as unknown as ClipboardEvent
    expect(imagesFromPaste(event)).toEqual([lake])
  })
})
