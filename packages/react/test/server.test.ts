import { describeServer } from '@parlance/conformance'
import { reactServerDriver } from './reactServerDriver.ts'
import { serverHtml } from './serverHtml.ts'

describeServer(reactServerDriver, serverHtml)
