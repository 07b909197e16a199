import type { ContractBackend } from '@parlance/core/testing'
import { transportContract } from '@parlance/core/testing'
import { expect, it } from 'vitest'

/** What Easemob does otherwise than the contract has it, and why. */
const exceptions: ReadonlyMap<string, string> = new Map([
  [
    '[UNR4] a mark of the form exactly in a group reaches my other devices [read.group.exactly]',
    'other devices are told of marks on whole conversations only',
  ],
  ['[CTC1] a request reaches who is asked, with its words, and my other device [contacts]', 'my other devices aren’t told what I asked'],
  ['[CTC1] a request can be taken back, and a contact be ended, for both [contacts]', 'a request can’t be taken back'],
  ['[CTC1] whom I block and unblock is told to my other device, and not to them [blocks]', 'my other devices hear of it when they ask'],
  ['[GRP1] a role that is given and taken back is told to all [groups: roles]', 'only those are told whom it is about'],
])

/** Has every check of the contract that applies as a test, but for those that Easemob can't keep. */
export const itKeepsTheContract = (backend: ContractBackend): void => {
  const checks = transportContract(backend)
  for (const { name, applies, run } of checks) if (applies === true && !exceptions.has(name)) it(name, run)
  it('the exceptions are checks of the contract', () => {
    const names = new Set(checks.map(check => check.name))
    expect([...exceptions.keys()].filter(exception => !names.has(exception))).toEqual([])
  })
}
