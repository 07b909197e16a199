import { describeBinding, describeVisibility } from '@parlance/conformance'
import { reactDriver } from './reactDriver.ts'
import { serverHtml } from './serverHtml.ts'

describeBinding(reactDriver, serverHtml)
describeVisibility(reactDriver)
