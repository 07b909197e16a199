import { packages } from '../workspace.ts'
import { turboRun } from './turboRun.ts'

turboRun(
  'build',
  packages().map(({ name }) => name),
)
