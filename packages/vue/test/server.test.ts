import { describeServer } from '@parlance/conformance'
import { vueServerDriver } from './vueServerDriver.ts'
import { serverHtml } from './serverHtml.ts'

describeServer(vueServerDriver, serverHtml)
