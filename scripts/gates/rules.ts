// Every rule that packages/core/SPEC.md states is named in the title of a test that passed, as `it('[UNR5] …')`, unless its line there is marked
// `later`. A rule that a test names but SPEC.md does not state is an error too.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { testFiles } from '../testReport.ts'
import { root } from '../workspace.ts'

const spec = 'packages/core/SPEC.md'
/** A rule stands where its ID begins a list item, a heading or a table row. Its text goes on to the next rule, heading or table. */
const begin = /^\s*(?:[-*]\s+|#+\s+|\|\s*)(?:\*\*|`|\[|<a[^>]*>)*(?<id>[A-Z]{2,5}\d{1,2})\b/
const isMark = (line: string): boolean => /`later`|\*\*later\*\*|\(later\)/i.test(line)

const stated = new Set<string>()
const deferred = new Set<string>()
let current: string | undefined
for (const line of readFileSync(join(root, spec), 'utf8').split('\n')) {
  const rule = begin.exec(line)?.groups?.['id']
  if (rule !== undefined) {
    current = rule
    stated.add(rule)
  } else if (line.trim() === '' || line.startsWith('#')) current = undefined
  if (current !== undefined && isMark(line)) deferred.add(current)
}

/** Whatever looks like a rule of a kind that SPEC.md states. */
const kindOf = (rule: string): string => rule.replace(/\d+$/, '')
const kinds = new Set([...stated].map(kindOf))
const idsIn = (text: string): string[] => (text.match(/\b[A-Z]{2,5}\d{1,2}\b/g) ?? []).filter(rule => kinds.has(kindOf(rule)))

const tests = testFiles().flatMap(file => file.assertionResults)
const named = new Map<string, string>()
for (const { status, fullName } of tests) {
  if (status !== 'passed') continue
  for (const bracket of fullName.match(/\[[^\]]+\]/g) ?? []) for (const rule of idsIn(bracket)) named.set(rule, fullName)
}

const untested = [...stated].filter(rule => !named.has(rule) && !deferred.has(rule))
const unstated = [...named].filter(([rule]) => !stated.has(rule))
if (stated.size === 0) console.error(`${spec} states no rule that this gate can read.`)
if (untested.length > 0) console.error(`No test that passed names these rules of ${spec}: ${untested.join(', ')}`)
for (const [rule, title] of unstated) console.error(`${spec} does not state ${rule}, which a test names: ${title}`)
console.log(`${stated.size.toString()} rules, ${deferred.size.toString()} of them marked for later, ${tests.length.toString()} tests`)
process.exit(stated.size > 0 && untested.length === 0 && unstated.length === 0 ? 0 : 1)
