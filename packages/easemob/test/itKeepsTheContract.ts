import type { ContractBackend, ContractCheck } from '@parlance/core/testing'
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
])

/** What comes at all comes sooner. */
const EXCEPTIONS_WAIT_MS = 2_000

/** Has every check of the contract that applies as a test, but for those that Easemob can't keep. */
export const itKeepsTheContract = (backend: ContractBackend): void => {
  for (const { name, run } of applying(backend)) if (!exceptions.has(name)) it(name, run)
}

/** Has a test that the exceptions are checks that apply, and that fail. */
export const itsExceptionsStand = (backend: ContractBackend): void => {
  it('what Easemob does otherwise is in the contract, and still so', async () => {
    const checks = new Map(applying({ ...backend, patienceMs: EXCEPTIONS_WAIT_MS }).map(check => [check.name, check]))
    const outcomes = await Promise.all([...exceptions.keys()].map(async name => [name, await outcomeOf(checks.get(name))]))
    expect(outcomes).toEqual([...exceptions.keys()].map(name => [name, 'not kept']))
  })
}

const applying = (backend: ContractBackend): readonly ContractCheck[] =>
  transportContract(backend).filter(({ applies }) => applies === true)

const outcomeOf = async (check: ContractCheck | undefined): Promise<string> => {
  if (check === undefined) return 'no check that applies'
  return check.run().then(
    () => 'kept',
    () => 'not kept',
  )
}
