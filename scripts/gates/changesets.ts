// Every package that changed since the main branch has a changeset, and the changesets can be read.
import { spawnSync } from 'node:child_process'
import { root } from '../workspace.ts'

const exists = (revision: string): boolean =>
  spawnSync('git', ['rev-parse', '--verify', '--quiet', `${revision}^{commit}`], { cwd: root }).status === 0

/** Where this work left the main branch; in a checkout that knows no main branch, only the changesets themselves are read. */
const base = ['origin/main', 'main'].find(exists) ?? 'HEAD'
const { status } = spawnSync('changeset', ['status', `--since=${base}`], {
  cwd: root,
  stdio: 'inherit',
  shell: process.platform === 'win32',
})
process.exit(status ?? 1)
