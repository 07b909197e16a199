import { describeBinding, describeVisibility } from '@parlance/conformance'
import { svelteDriver } from './svelteDriver.svelte.ts'
import { serverHtml } from './serverHtml.ts'

describeBinding(svelteDriver, serverHtml)
describeVisibility(svelteDriver)
