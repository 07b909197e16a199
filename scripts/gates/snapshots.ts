// The public declarations of every entry point, bundled into one file each, are committed under packages/*/api. A change of the public API
// shows there in review. `pnpm snapshots:update` writes them anew.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'tsdown'
import { libraryBuild } from '../libraryBuild.ts'
import { packages, root } from '../workspace.ts'

const update = process.argv.includes('--update')
const scratch = join(root, 'reports', 'declarations')
rmSync(scratch, { recursive: true, force: true })

/** One entry's declarations as one text, without what changes by itself: region marks and the source map's name. */
const declarationsOf = async (folder: string, source: string, name: string): Promise<string> => {
  const outDir = join(scratch, folder, name)
  await build({
    ...libraryBuild({ [name]: source }),
    config: false,
    cwd: join(root, folder),
    outDir,
    dts: { emitDtsOnly: true },
    sourcemap: false,
    logLevel: 'error',
  })
  const text = readFileSync(join(outDir, `${name}.d.ts`), 'utf8')
  return text.replace(/^\/\/#(end)?region.*\n/gm, '').replace(/^\/\/# sourceMappingURL.*\n?/gm, '')
}

let differences = 0
for (const { folder, entries } of packages()) {
  const home = join(root, folder, 'api')
  mkdirSync(home, { recursive: true })
  const expected = new Set(entries.map(entry => `${entry.name}.d.ts`))
  for (const { name, source, specifier } of entries) {
    const path = join(home, `${name}.d.ts`)
    const now = await declarationsOf(folder, source, name)
    const before = existsSync(path) ? readFileSync(path, 'utf8') : ''
    if (now === before) continue
    if (update) {
      writeFileSync(path, now)
      continue
    }
    differences++
    const known = new Set(before.split('\n'))
    const still = new Set(now.split('\n'))
    console.error(`The public declarations of ${specifier} are not those in ${folder}/api/${name}.d.ts:`)
    for (const line of known) if (!still.has(line)) console.error(`- ${line}`)
    for (const line of still) if (!known.has(line)) console.error(`+ ${line}`)
  }
  for (const stray of readdirSync(home).filter(file => !expected.has(file))) {
    if (update) rmSync(join(home, stray))
    else {
      differences++
      console.error(`${folder}/api/${stray} belongs to no entry point.`)
    }
  }
}
if (differences > 0) {
  console.error(
    '\nIf the public API was meant to change: `pnpm snapshots:update` writes these files anew; commit them with the change and add a changeset.',
  )
  process.exit(1)
}
