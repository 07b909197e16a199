import { describe, expect, it } from 'vitest'
import { isEmpty, withAttachments, withoutAttachment, withText } from './draft.ts'

const photo = { name: 'photo.png', mime: 'image/png', size: 3 }
const paper = { name: 'paper.pdf', mime: 'application/pdf', size: 4 }

describe('a draft', () => {
  it('is none when nothing is left of it', () => {
    expect(withText(undefined, '')).toBeUndefined()
    expect(withText({ text: 'a' }, '')).toBeUndefined()
    expect(withoutAttachment({ text: '', attachments: [photo] }, photo)).toBeUndefined()
    expect(withAttachments(undefined, [])).toBeUndefined()
  })

  it('keeps its files while its text changes, and its text while files come and go', () => {
    const both = withAttachments({ text: 'look' }, [photo, paper])
    expect(withText(both, '')).toEqual({ text: '', attachments: [photo, paper] })
    expect(withoutAttachment(both, photo)).toEqual({ text: 'look', attachments: [paper] })
  })

  it.for(['', ' \n\t', '\u200B', '\u2060 \uFEFF\u00AD', '\u3164'])('with nothing to see in it is empty: %j', text => {
    expect(isEmpty({ text })).toBe(true)
    expect(isEmpty({ text, attachments: [paper] })).toBe(false)
  })

  it.for(['.', '🎉', '👨\u200D👩', '\u200Bא'])('with something to see in it is not empty: %j', text =>
    expect(isEmpty({ text })).toBe(false),
  )
})
