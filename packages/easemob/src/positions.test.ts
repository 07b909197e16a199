import { expect, it } from 'vitest'
import { idAt, positionOf } from './positions.ts'

it('[ORD1] positions order as the ids do that they are made of, and lead back to them', () => {
  const ids = ['7', '10', '999999999999999999', '1000000000000000000', '18446744073709551615']
  const positions = ids.map(id => positionOf(id) ?? '')
  expect([...positions].reverse().sort()).toEqual(positions)
  expect(positions.map(idAt)).toEqual(ids)
})

it('what is no number has no position', () => {
  for (const id of ['', 'x', '1x', '-1', '1'.repeat(21), undefined]) expect(positionOf(id)).toBeUndefined()
})
