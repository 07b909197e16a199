import { describeBinding, describeVisibility } from '@parlance/conformance'
import { vueDriver } from './vueDriver.ts'
import { serverHtml } from './serverHtml.ts'

describeBinding(vueDriver, serverHtml)
describeVisibility(vueDriver)
