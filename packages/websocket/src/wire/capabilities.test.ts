import { describe, expect, it } from 'vitest'
import { defaultCapabilities } from '../session/defaultCapabilities.ts'
import { capabilitiesSchema } from './capabilities.ts'
import { read } from './schema.ts'

describe('capabilities on the wire', () => {
  it('come out as they went in', () => {
    expect(read(capabilitiesSchema, JSON.parse(JSON.stringify(defaultCapabilities)))).toEqual({ ok: true, value: defaultCapabilities })
  })

  it('[RCV8] what a later version can do besides is left out, and the rest is read', () => {
    const { history } = defaultCapabilities
    const later = {
      ...defaultCapabilities,
      telepathy: true,
      history: { ...history, includes: [...history.includes, 'dreams'] },
      search: ['text', 'scent'],
      groups: ['create', 'merge'],
    }
    expect(read(capabilitiesSchema, later)).toEqual({
      ok: true,
      value: { ...defaultCapabilities, search: ['text'], groups: ['create'] },
    })
  })

  it('what is absent can’t be done', () => {
    const { reactions: _, pins: __, search: ___, ...less } = defaultCapabilities
    expect(read(capabilitiesSchema, less)).toEqual({ ok: true, value: less })
  })
})
