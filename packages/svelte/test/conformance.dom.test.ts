import { describeBinding } from '@parlance/conformance'
import { svelteDriver } from './svelteDriver.svelte.ts'
import { serverHtml } from './serverHtml.ts'

describeBinding(svelteDriver, serverHtml)
