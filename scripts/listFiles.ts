import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './workspace.ts'

/** The repository's files, relative to its root, whose path matches: those under version control and those about to be. */
export const listFiles = (matches: RegExp): string[] =>
  execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 })
    .split('\0')
    .filter(path => matches.test(path) && existsSync(join(root, path)))
    .sort()
