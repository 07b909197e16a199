import { afterEach, describe, expect, it, vi } from 'vitest'
import { isSafeUrl } from './url.ts'

afterEach(() => vi.unstubAllGlobals())

describe.each(['with URL', 'without, as in a mini program'])('[SEC2] what may be followed, %s', where => {
  const judge = (url: string): boolean => {
    if (where !== 'with URL') vi.stubGlobal('URL', undefined)
    return isSafeUrl(url)
  }

  it.each(['https://files.example/lake.png', 'HTTP://files.example', 'blob:https://chat.example/1', 'data:image/png;base64,AA=='])(
    '%s',
    url => {
      expect(judge(url)).toBe(true)
    },
  )

  it.each([
    'javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>',
    'data:image/svg+xml,<svg>',
    'DATA:IMAGE/SVG+XML,<svg>',
    'file:///etc/passwd',
    'https://',
    '//files.example/lake.png',
    'lake.png',
    '',
  ])('not %j', url => {
    expect(judge(url)).toBe(false)
  })
})
