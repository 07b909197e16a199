import { describe, expect, it } from 'vitest'
import { goneTests, specTable } from '../../../scripts/specTable.mjs'

describe('the table rule → test in SPEC.md', () => {
  it('names only tests that are there; else run `node scripts/specTable.mjs`', () => {
    expect(goneTests()).toEqual([])
  })

  it('is made from titles: a rule leads to a test that names it', () => {
    expect(specTable()).toContain('| CVG1 | packages/core/')
  })
})
