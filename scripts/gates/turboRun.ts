import { spawnSync } from 'node:child_process'
import { root } from '../workspace.ts'

/** Runs one script in the named packages through turbo, one after the other: the gates already use both cores. Ends the process with its result. */
export const turboRun = (task: string, names: readonly string[]): never => {
  const filters = names.map(name => `--filter=${name}`)
  const { status } = spawnSync('turbo', ['run', task, '--concurrency=1', '--continue=always', '--output-logs=new-only', ...filters], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  process.exit(status ?? 1)
}
