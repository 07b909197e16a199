import { describeServer } from '@parlance/conformance'
import { svelteServerDriver } from './svelteServerDriver.ts'
import { serverHtml } from './serverHtml.ts'

describeServer(svelteServerDriver, serverHtml)
