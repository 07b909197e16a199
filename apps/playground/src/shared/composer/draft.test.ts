import { describe, expect, it } from 'vitest'
import { withAttachments, withoutAttachment, withText } from './draft.ts'

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
})
