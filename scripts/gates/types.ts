import { packages } from '../workspace.ts'
import { turboRun } from './turboRun.ts'

turboRun('types', ['//', '@parlance/playground', ...packages().map(({ name }) => name)])
