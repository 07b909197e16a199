// Tests that do not run and checks that were silenced without a reason are defects of their own.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { listFiles } from '../listFiles.ts'
import { root } from '../workspace.ts'

interface Offence {
  readonly pattern: RegExp
  readonly says: string
}

const offences: readonly Offence[] = [
  { pattern: /\b(it|test|describe|bench|suite)(\.\w+)*\.(skip|skipIf|only|todo|fails)\b/, says: 'a test that does not run, or runs alone' },
  { pattern: /\b(xit|xtest|xdescribe|fit|fdescribe)\(/, says: 'a test that does not run, or runs alone' },
  { pattern: /^export \* from/, says: 'name what you export, one by one' },
  { pattern: /(eslint|oxlint)-disable(?!.* -- \S)/, says: 'a lint rule silenced without a reason: write "-- why"' },
  { pattern: /biome-ignore(?!.*: \S)/, says: 'biome-ignore without a reason' },
  { pattern: /@ts-(ignore|nocheck)/, says: 'TypeScript silenced: use @ts-expect-error with a reason' },
  { pattern: /@ts-expect-error(?! \S.{3,})/, says: '@ts-expect-error without a reason' },
  { pattern: /svelte-ignore (?!\w+ .{3,})/, says: 'svelte-ignore without a reason' },
  { pattern: /\b(TODO|FIXME|XXX)\b/, says: 'unfinished work: finish it or file it' },
]

const own = 'scripts/gates/hygiene.ts'
const files = listFiles(/^(packages|apps|bench|scripts|docs)\/.*\.(ts|tsx|mts|js|mjs|cjs|vue|svelte)$/).filter(
  path => path !== own && !path.includes('/api/'),
)
const found = files.flatMap(path =>
  readFileSync(join(root, path), 'utf8')
    .split('\n')
    .flatMap((line, index) =>
      offences
        .filter(({ pattern }) => pattern.test(line))
        .map(({ says }) => `${path}:${(index + 1).toString()} ${says}\n    ${line.trim()}`),
    ),
)
for (const offence of found) console.error(offence)
console.log(`${files.length.toString()} files read`)
process.exit(files.length > 0 && found.length === 0 ? 0 : 1)
