// The table rule → test in packages/core/SPEC.md, made from the titles of the tests: `node scripts/specTable.mjs` writes it anew.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { listFiles } from './listFiles.ts'
import { root } from './workspace.ts'

const spec = join(root, 'packages/core/SPEC.md')
const [begin, end] = ['<!-- tests: begin -->', '<!-- tests: end -->']
/** Tests shown per rule. */
const SHOWN = 3

const ruleId = /\b[A-Z]{2,5}\d{1,2}\b/g
const statedRule = /^- \*\*([A-Z]{2,5}\d{1,2})\*\*/gm
const testTitle = /\b(?:it|test|describe)(?:\.each\([^\n]*?\))?\(\s*(['"`])(\[[A-Z][^\]]*\][^\n]*?)\1\s*,/g

/** The tests whose title begins with rules in brackets. */
const titledTests = () =>
  listFiles(/^(packages|apps)\/.*\.test\.tsx?$/).flatMap(file =>
    [...readFileSync(join(root, file), 'utf8').matchAll(testTitle)].map(([, , title = '']) => {
      const close = title.indexOf(']')
      return { file, rules: title.slice(0, close).match(ruleId) ?? [], title: title.slice(close + 1).trim() }
    }),
  )

const cell = text => text.replaceAll('|', '\\|')
const cellOf = ({ file, title }) => `${file}: ${cell(title)}`

/**
 * The table as Markdown: the rules that SPEC.md states, each with some of its tests; core's scenarios first, then its units.
 * @returns {string}
 */
export const specTable = () => {
  const tests = titledTests()
  const rank = ({ file }) => ['packages/core/test/', 'packages/core/', ''].findIndex(folder => file.startsWith(folder))
  const rows = [...readFileSync(spec, 'utf8').matchAll(statedRule)].map(([, rule]) => {
    const found = tests.filter(({ rules }) => rules.includes(rule)).sort((a, b) => rank(a) - rank(b))
    return `| ${rule} | ${found.slice(0, SHOWN).map(cellOf).join('<br>')} |`
  })
  return ['| Rule | Tests |', '| --- | --- |', ...rows].join('\n')
}

/**
 * Tests that the table in SPEC.md names although they are not there, or not under that rule.
 * @returns {string[]}
 */
export const goneTests = () => {
  const text = readFileSync(spec, 'utf8')
  const known = new Set(titledTests().flatMap(test => test.rules.map(rule => `${rule} ${cellOf(test)}`)))
  return text
    .slice(text.indexOf(begin), text.indexOf(end))
    .split('\n')
    .flatMap(line => {
      const [, rule, tests = ''] = /^\| ([A-Z]{2,5}\d{1,2}) \| (.*) \|$/.exec(line) ?? []
      return tests === '' ? [] : tests.split('<br>').map(test => `${rule} ${test}`)
    })
    .filter(named => !known.has(named))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const text = readFileSync(spec, 'utf8')
  const [before, after] = [text.slice(0, text.indexOf(begin) + begin.length), text.slice(text.indexOf(end))]
  writeFileSync(spec, `${before}\n${specTable()}\n${after}`)
}
