// Runs the gates, two at a time, all of them even when one fails, and counts: `node scripts/gates.ts`, or with names for some of them.
import { spawn } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { delimiter, join } from 'node:path'
import { root } from './workspace.ts'
import { testCounts } from './testReport.ts'

interface Gate {
  readonly name: string
  /** What it holds, for the reader of the summary. */
  readonly holds: string
  readonly command: readonly [string, ...string[]]
  /** Gates whose output it reads: it waits for them when they run too. */
  readonly after?: readonly string[]
}

const script = (name: string): [string, string] => ['node', `scripts/gates/${name}.ts`]
/** A script of the root's package.json that says the same of the same files: turbo remembers that it passed. */
const remembered = (name: string): [string, ...string[]] => ['turbo', 'run', name, '--filter=//', '--output-logs=new-only']

/** The longest first: the others fill the second lane. */
const gates: readonly Gate[] = [
  { name: 'tests', holds: 'unit, property, binding and real-browser tests', command: ['vitest', 'run'] },
  { name: 'build', holds: 'every package builds', command: script('build') },
  { name: 'types', holds: 'strict TypeScript, Vue and Svelte included', command: script('types'), after: ['build'] },
  { name: 'lint', holds: 'oxlint without a warning, types included', command: remembered('lint') },
  { name: 'templates', holds: 'ESLint without a warning in Vue and Svelte', command: remembered('templates') },
  { name: 'packages', holds: 'publint and are-the-types-wrong on the packed packages', command: remembered('packages'), after: ['build'] },
  { name: 'oldTypes', holds: 'the built declarations under TypeScript 5.9', command: remembered('oldTypes'), after: ['build'] },
  { name: 'sizes', holds: 'size budgets', command: ['size-limit'], after: ['build'] },
  { name: 'snapshots', holds: 'the public declarations are the committed ones', command: remembered('snapshots') },
  { name: 'snippets', holds: 'code in the documents compiles', command: remembered('snippets') },
  { name: 'unused', holds: 'no unused file, export or dependency (knip)', command: remembered('unused'), after: ['build'] },
  { name: 'layers', holds: 'the layer table, type imports counted', command: remembered('layers') },
  { name: 'format', holds: 'Biome’s formatting', command: ['biome', 'format', '.'] },
  { name: 'hygiene', holds: 'no skipped test, no silenced check without a reason', command: script('hygiene') },
  { name: 'changesets', holds: 'changed packages have a changeset', command: script('changesets') },
  { name: 'ran', holds: 'every test file ran', command: script('ran'), after: ['tests'] },
  { name: 'rules', holds: 'every rule of SPEC.md is named by a test that passed', command: script('rules'), after: ['tests'] },
]

interface Ended {
  readonly gate: Gate
  readonly passed: boolean
  readonly seconds: number
  readonly output: string
}

const bin = join(root, 'node_modules', '.bin')
const environment = { ...process.env, PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}`, NO_COLOR: '1', TURBO_TELEMETRY_DISABLED: '1' }
const running = new Set<ReturnType<typeof spawn>>()
const stopAll = (): void => {
  for (const child of running) child.kill('SIGTERM')
  process.exit(130)
}
process.on('SIGINT', stopAll)
process.on('SIGTERM', stopAll)

const run = (gate: Gate): Promise<Ended> =>
  new Promise(resolve => {
    const begun = performance.now()
    const [command, ...parameters] = gate.command
    const child = spawn(command, parameters, {
      cwd: root,
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    })
    running.add(child)
    let output = ''
    const collect = (chunk: Buffer): void => {
      output += chunk.toString()
    }
    child.stdout.on('data', collect)
    child.stderr.on('data', collect)
    const end = (passed: boolean): void => {
      running.delete(child)
      resolve({ gate, passed, seconds: (performance.now() - begun) / 1000, output })
    }
    child.on('error', error => {
      output += error.message
      end(false)
    })
    child.on('close', code => {
      end(code === 0)
    })
  })

const report = ({ gate, passed, seconds, output }: Ended): void => {
  console.log(`${passed ? 'passed' : 'FAILED'}  ${gate.name.padEnd(10)} ${seconds.toFixed(1).padStart(6)} s  ${gate.holds}`)
  if (!passed) console.log(`\n── ${gate.name} said ──\n${output.trimEnd()}\n── end of ${gate.name} ──\n`)
}

/** Runs gates in their order, `lanes` at once, each after those it waits for. */
const runAll = async (chosen: readonly Gate[], lanes: number): Promise<Ended[]> => {
  const ended: Ended[] = []
  const waiting = [...chosen]
  const isReady = (gate: Gate): boolean =>
    (gate.after ?? []).every(name => !chosen.some(other => other.name === name) || ended.some(one => one.gate.name === name))
  const lane = new Set<Promise<void>>()
  while (waiting.length > 0 || lane.size > 0) {
    const next = lane.size < lanes ? waiting.findIndex(isReady) : -1
    const gate = waiting[next]
    if (gate === undefined) {
      await Promise.race(lane)
      continue
    }
    waiting.splice(next, 1)
    const work: Promise<void> = run(gate).then(one => {
      lane.delete(work)
      ended.push(one)
      report(one)
    })
    lane.add(work)
  }
  return ended
}

const names = process.argv.slice(2)
const unknown = names.filter(name => !gates.some(gate => gate.name === name))
if (unknown.length > 0) {
  console.error(`There is no gate ${unknown.join(', ')}. The gates are: ${gates.map(gate => gate.name).join(', ')}.`)
  process.exit(2)
}
const asked = names.length === 0 ? gates : gates.filter(gate => names.includes(gate.name))
/** What needs the packages built brings the build along; what reads the tests' report reads that of the last run. */
const needsBuild = asked.some(({ after }) => after?.includes('build') === true)
const chosen = gates.filter(gate => asked.includes(gate) || (needsBuild && gate.name === 'build'))

const reports = join(root, 'reports')
const withTests = chosen.some(gate => gate.name === 'tests')
mkdirSync(reports, { recursive: true })
rmSync(join(reports, 'summary.json'), { force: true })
if (withTests) rmSync(join(reports, 'vitest.json'), { force: true })

const begun = performance.now()
const ended = await runAll(chosen, Math.min(2, availableParallelism()))
const seconds = ((performance.now() - begun) / 1000).toFixed(0)
const tests = withTests ? testCounts() : { passed: 0, failed: 0 }
const broken = ended.filter(one => !one.passed).map(one => one.gate.name)
const passed = tests.passed + ended.length - broken.length
const failed = tests.failed + broken.length
writeFileSync(join(reports, 'summary.json'), `${JSON.stringify({ passed, failed })}\n`)

const count = `${chosen.length.toString()} gates and ${(tests.passed + tests.failed).toString()} tests in ${seconds} s`
console.log(
  failed === 0 ? `\n${count}: all passed.` : `\n${count}: ${tests.failed.toString()} tests failed, and these gates: ${broken.join(', ')}.`,
)
if (broken.length > 0) console.log(`One alone runs with: npm test -- ${broken[0] ?? ''}`)
process.exit(failed === 0 && passed > 0 ? 0 : 1)
