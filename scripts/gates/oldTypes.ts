// The declarations that were built must also compile under TypeScript 5.9, for those who stay on it.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript-5.9'
import { packages, root } from '../workspace.ts'

const files = packages().flatMap(({ folder, entries }) => entries.map(entry => join(root, folder, entry.declarations)))
const missing = files.filter(file => !existsSync(file))
if (missing.length > 0) {
  console.error(`Not built: ${missing.join(', ')}`)
  process.exit(1)
}

const program = ts.createProgram(files, {
  strict: true,
  exactOptionalPropertyTypes: true,
  noEmit: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  lib: ['lib.es2022.d.ts', 'lib.esnext.disposable.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  // what runs in Node names its types
  types: ['node'],
  skipLibCheck: false,
})
const own = program.getSourceFiles().filter(file => file.fileName.includes('/packages/') && file.fileName.includes('/dist/'))
const problems = [
  ...program.getOptionsDiagnostics(),
  ...own.flatMap(file => [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)]),
]
const host = { getCanonicalFileName: (name: string) => name, getCurrentDirectory: () => root, getNewLine: () => '\n' }
if (problems.length > 0) console.error(ts.formatDiagnostics(problems, host))
console.log(`${own.length.toString()} declaration files under TypeScript ${ts.version}`)
process.exit(problems.length === 0 ? 0 : 1)
