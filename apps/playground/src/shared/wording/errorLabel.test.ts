import { chatError, errorCodes } from '@parlance/core'
import { describe, expect, it } from 'vitest'
import { errorLabel } from './errorLabel.ts'

describe('an error in words', () => {
  it('has a sentence for each code, and each its own', () => {
    const sentences = errorCodes.map(code => errorLabel(chatError(code)))
    expect(new Set(sentences).size).toBe(errorCodes.length)
    for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z].*[a-z]$/)
  })

  it('says who may ask for a read count', () =>
    expect(errorLabel(chatError('forbidden', { path: 'message.wantsReadCount' }))).toBe(
      'Only owners and admins may ask for a read count here',
    ))
})
