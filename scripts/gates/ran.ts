// Every test file in the repository ran: one that no pattern of vitest.config.ts finds would otherwise pass unseen. React's run twice in a
// DOM and in a browser, with and without the React Compiler.
import { relative } from 'node:path'
import { listFiles } from '../listFiles.ts'
import { testFiles } from '../testReport.ts'
import { root } from '../workspace.ts'

const runs = new Map<string, number>()
for (const { name } of testFiles()) {
  const path = relative(root, name).replaceAll('\\', '/')
  runs.set(path, (runs.get(path) ?? 0) + 1)
}

const wantedRuns = (path: string): number => (/^packages\/react\/.*\.(dom|browser)\.test\.tsx?$/.test(path) ? 2 : 1)
const files = listFiles(/\.(test|spec)\.[cm]?[jt]sx?$/)
const missed = files.filter(path => (runs.get(path) ?? 0) < wantedRuns(path))
for (const path of missed) console.error(`${path} ran ${(runs.get(path) ?? 0).toString()} times, not ${wantedRuns(path).toString()}`)
console.log(`${files.length.toString()} test files`)
process.exit(files.length > 0 && missed.length === 0 ? 0 : 1)
