import type { ContractBackend } from '@parlance/core/testing'
import { transportContract } from '@parlance/core/testing'
import { describe, expect, it } from 'vitest'
import { withBent } from './bend.ts'
import type { Broken } from './broken/broken.ts'
import { brokenBodies } from './broken/brokenBodies.ts'
import { brokenChanges } from './broken/brokenChanges.ts'
import { brokenCommands } from './broken/brokenCommands.ts'
import { brokenGroups } from './broken/brokenGroups.ts'
import { brokenHistory } from './broken/brokenHistory.ts'
import { brokenLinks } from './broken/brokenLinks.ts'
import { brokenLists } from './broken/brokenLists.ts'
import { brokenMarks } from './broken/brokenMarks.ts'
import { brokenMoments } from './broken/brokenMoments.ts'
import { brokenNames } from './broken/brokenNames.ts'
import { brokenNotices } from './broken/brokenNotices.ts'
import { brokenPeople } from './broken/brokenPeople.ts'
import { brokenPins } from './broken/brokenPins.ts'
import { brokenReactions } from './broken/brokenReactions.ts'
import { brokenResumes } from './broken/brokenResumes.ts'
import { brokenSearches } from './broken/brokenSearches.ts'
import { brokenSends } from './broken/brokenSends.ts'
import { sandboxContract } from './sandboxContract.ts'

const faults: readonly Broken[] = [
  ...brokenLinks,
  ...brokenResumes,
  ...brokenSends,
  ...brokenBodies,
  ...brokenCommands,
  ...brokenHistory,
  ...brokenMarks,
  ...brokenChanges,
  ...brokenReactions,
  ...brokenPins,
  ...brokenSearches,
  ...brokenNotices,
  ...brokenLists,
  ...brokenMoments,
  ...brokenNames,
  ...brokenPeople,
  ...brokenGroups,
]

const broken = ({ bend, backend }: Broken): ContractBackend => {
  const straight = sandboxContract({})
  return { ...withBent(straight, bend), ...backend?.(straight) }
}

/** The names of the checks that a transport fails, of those whose names have one of the parts. */
const failedBy = async (backend: ContractBackend, parts: readonly string[]): Promise<readonly string[]> => {
  const failed: string[] = []
  for (const { name, run } of transportContract(backend)) {
    if (parts.some(part => name.includes(part))) await run().catch(() => failed.push(name))
  }
  return failed
}

describe('a transport is caught that', () => {
  const names = transportContract(sandboxContract({})).map(({ name }) => name)
  const among = (parts: readonly string[]): readonly string[] => names.filter(name => parts.some(part => name.includes(part)))

  for (const one of faults) {
    it.concurrent(one.fault, async () => {
      for (const part of one.caught) expect(among([part]), part).not.toEqual([])
      expect(await failedBy(broken(one), one.caught)).toEqual(among(one.caught))
    })
  }

  it('could break any of the checks', () => {
    const shown = new Set(faults.flatMap(({ caught }) => among(caught)))
    expect(names.filter(name => !shown.has(name))).toEqual([])
  })
})
