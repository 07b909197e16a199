import { describe, expect, it } from 'vitest'
import { coverageRows, missingTests, unknownApi, unstatedRules } from '../../../scripts/coverage.mjs'

describe('docs/coverage.md', () => {
  it('shows API that compiles against the packages as they are, hooks in every binding', { timeout: 120_000 }, () =>
    expect(unknownApi()).toEqual([]),
  )

  it('names rules that SPEC.md states', () => expect(unstatedRules()).toEqual([]))

  it('names tests that are there', () => expect(missingTests()).toEqual([]))

  it('has every row, each with an API and a test', () => {
    const numbers = coverageRows().map(({ name }) => Number.parseInt(name, 10))
    expect(numbers.filter(number => number > 0)).toEqual(Array.from({ length: 26 }, (_, index) => index + 1))
    expect(coverageRows().filter(({ api, tests }) => api.length === 0 || tests.length === 0)).toEqual([])
  })
})
