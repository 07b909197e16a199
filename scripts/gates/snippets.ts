// Every ```ts, ```tsx, ```vue and ```svelte block of the documents compiles, as a module of its own, against the packages as they are.
// Code that is not meant to compile goes into a block of another kind.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { listFiles } from '../listFiles.ts'
import { root } from '../workspace.ts'

const folder = join(root, 'reports', 'snippets')
rmSync(folder, { recursive: true, force: true })

interface Snippet {
  readonly language: string
  readonly code: string
  /** File and line of the block, as `README.md:12`. */
  readonly place: string
  readonly file: string
}

const fence = /^(?<indent> *)```(?<language>ts|typescript|tsx|vue|svelte)\b.*\n(?<code>[\s\S]*?)^\k<indent>```/gm

const snippetsOf = (path: string): Snippet[] => {
  const text = readFileSync(join(root, path), 'utf8')
  return [...text.matchAll(fence)].map(match => {
    const { indent = '', language = '', code = '' } = match.groups ?? {}
    const line = text.slice(0, match.index).split('\n').length
    const extension = language === 'typescript' ? 'ts' : language
    return {
      language: extension,
      code: code.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
      place: `${path}:${line.toString()}`,
      file: `${path.replaceAll(/[^\w]+/g, '_')}_line${line.toString()}.${extension}`,
    }
  })
}

const snippets = listFiles(/^(README|ARCHITECTURE|GLOSSARY|CONTRIBUTING)\.md$|^docs\/.*\.md$|^(packages|apps)\/[^/]+\/[^/]+\.md$/).flatMap(
  snippetsOf,
)
const shown = new Set(snippets.filter(({ place }) => place.startsWith('README.md')).map(({ language }) => language))
const unshown = ['tsx', 'vue', 'svelte'].filter(language => !shown.has(language))
if (unshown.length > 0) {
  console.error(`README.md shows each framework in a block of its own, and has none of: ${unshown.join(', ')}`)
  process.exit(1)
}

const options = {
  extends: '../../tsconfig.base.json',
  compilerOptions: {
    isolatedDeclarations: false,
    declaration: false,
    jsx: 'react-jsx',
    types: ['node', 'vite/client', 'svelte'],
    noUnusedLocals: false,
    noUnusedParameters: false,
  },
}
mkdirSync(folder, { recursive: true })
writeFileSync(
  join(folder, 'modules.d.ts'),
  "declare module '*.vue' { const component: import('vue').Component; export default component }\n",
)
for (const { file, code } of snippets) writeFileSync(join(folder, file), code)

const checkers = [
  { command: 'vue-tsc', config: 'tsconfig.json', parameters: ['-p'], include: ['*.ts', '*.tsx', '*.vue'], languages: ['ts', 'tsx', 'vue'] },
  {
    command: 'svelte-check',
    config: 'tsconfig.svelte.json',
    parameters: ['--fail-on-warnings', '--output', 'human', '--tsconfig'],
    include: ['*.svelte', 'modules.d.ts'],
    languages: ['svelte'],
  },
]
let failed = false
for (const { command, config, parameters, include, languages } of checkers) {
  if (!snippets.some(({ language }) => languages.includes(language))) continue
  writeFileSync(join(folder, config), JSON.stringify({ ...options, include }))
  const { status, stdout, stderr } = spawnSync(command, [...parameters, config], {
    cwd: folder,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  if (status === 0) continue
  failed = true
  const places = snippets.reduce((text, { file, place }) => text.replaceAll(file, `${file} (${place})`), stdout + stderr)
  console.error(places)
}
console.log(`${snippets.length.toString()} snippets`)
process.exit(failed ? 1 : 0)
