import { chatError } from '@parlance/core'
import type { StagedAttachment } from '@parlance/core/attachments'
import { describe, expect, it } from 'vitest'
import { stagedLabel } from '../wording/stagedLabel.ts'
import { acceptOf, attachmentRules } from './attachmentRules.ts'

const item = { id: 'a1', name: 'setup.exe', size: 40_000_000, mime: 'application/octet-stream' }
const invalid = (error: Extract<StagedAttachment, { state: 'invalid' }>['error']): string =>
  stagedLabel({ ...item, state: 'invalid', error })

describe('a file that is about to be sent', () => {
  it('says how large it is, or why it stays', () => {
    expect(stagedLabel({ ...item, state: 'reading' })).toBe('Looking at it…')
    expect(invalid(chatError('tooLarge', { limit: 32_000_000 }))).toBe('40.0 MB: at most 32.0 MB may be sent.')
    expect(invalid(chatError('invalid', { path: 'body.attachment.name' }))).toBe('.exe files can’t be sent here.')
    expect(invalid(chatError('invalid', { path: 'body.attachment.mime' }))).toBe('Files of this type can’t be sent as what they show.')
    expect(invalid(chatError('unsupported'))).toBe('The server can’t do that.')
  })
})

describe('what a file dialog offers', () => {
  it('are the types and extensions of the rules', () => {
    expect(acceptOf(attachmentRules.image)).toBe('image/png,image/jpeg,image/gif,image/webp,image/avif,.png,.jpg,.jpeg,.gif,.webp,.avif')
    expect(acceptOf(attachmentRules.file)).toMatch(/^\.pdf,.*\.webm$/)
    expect(acceptOf({}, { types: ['audio/*'] })).toBe('audio/*')
  })
})
