import { chatError } from '@parlance/core'
import type { StagedAttachment } from '@parlance/core/attachments'
import { describe, expect, it } from 'vitest'
import { isEmpty, withoutReply, withReply, withText } from './draft.ts'

const file = { id: 'a1', name: 'paper.pdf', mime: 'application/pdf', size: 4 }
const reading: StagedAttachment = { ...file, state: 'reading' }
const invalid: StagedAttachment = { ...file, state: 'invalid', error: chatError('tooLarge') }

describe('a draft', () => {
  it('is none when nothing is left of it', () => {
    expect(withText(undefined, '')).toBeUndefined()
    expect(withText({ text: 'a' }, '')).toBeUndefined()
    expect(withText({ text: 'a', replyTo: { id: 'm1' } }, '')).toEqual({ text: '', replyTo: { id: 'm1' } })
    expect(withText({ text: 'a' }, 'b')).toEqual({ text: 'b' })
  })

  it('becomes an answer, and is one no more', () => {
    expect(withReply(undefined, { id: 'm1' })).toEqual({ text: '', replyTo: { id: 'm1' } })
    expect(withoutReply(withReply({ text: 'a' }, { id: 'm1' }))).toEqual({ text: 'a' })
    expect(withoutReply(withReply(undefined, { id: 'm1' }))).toBeUndefined()
  })

  it.for(['', ' \n\t', '\u200B', '\u2060 \uFEFF\u00AD', '\u3164'])('with nothing to see in it is empty: %j', text => {
    expect(isEmpty({ text }, [])).toBe(true)
    expect(isEmpty({ text }, [invalid])).toBe(true)
    expect(isEmpty({ text }, [invalid, reading])).toBe(false)
  })

  it.for(['.', '🎉', '👨\u200D👩', '\u200Bא'])('with something to see in it is not empty: %j', text =>
    expect(isEmpty({ text }, [])).toBe(false),
  )
})
