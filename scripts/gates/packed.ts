// Packs every package as it would be published and checks the tarball with publint and are-the-types-wrong.
import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { packages, root } from '../workspace.ts'

const folder = join(root, 'reports', 'packed')
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })

const run = (command: string, parameters: readonly string[], cwd = root): boolean => {
  const { status, stdout, stderr } = spawnSync(command, parameters, { cwd, encoding: 'utf8', shell: process.platform === 'win32' })
  if (status !== 0) console.error(`${command} ${parameters.join(' ')}\n${stdout}${stderr}`)
  return status === 0
}

const results = packages().map(({ name, folder: home }) => {
  const tarball = join(folder, `${name.replace('@', '').replace('/', '-')}.tgz`)
  if (!run('pnpm', ['pack', '--out', tarball], join(root, home))) return false
  const published = run('publint', ['run', tarball, '--strict'])
  const resolved = run('attw', [tarball, '--profile', 'esm-only', '--no-emoji', '--no-color'])
  return published && resolved
})
console.log(`${results.length.toString()} packages checked`)
process.exit(results.every(Boolean) ? 0 : 1)
