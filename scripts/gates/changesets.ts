// Every package that changed since the main branch has a changeset, and the changesets can be read.
import { spawnSync } from 'node:child_process'
import { root } from '../workspace.ts'

const exists = (revision: string): boolean =>
  spawnSync('git', ['rev-parse', '--verify', '--quiet', `${revision}^{commit}`], { cwd: root }).status === 0

/** A checkout without a main branch of its own compares with the remote's; one without any only looks whether the tool runs. */
const since = exists('main') ? [] : [`--since=${exists('origin/main') ? 'origin/main' : 'HEAD'}`]
const { status } = spawnSync('changeset', ['status', ...since], {
  cwd: root,
  stdio: 'inherit',
  shell: process.platform === 'win32',
})
process.exit(status ?? 1)
