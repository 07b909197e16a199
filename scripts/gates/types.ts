import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { packages, root } from '../workspace.ts'
import { turboRun } from './turboRun.ts'

const playground = existsSync(join(root, 'apps/playground/src')) ? ['@parlance/playground'] : []
turboRun('types', ['//', ...packages().map(({ name }) => name), ...playground])
