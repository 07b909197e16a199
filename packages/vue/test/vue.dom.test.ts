import { describeVue } from './describeVue.ts'

describeVue()
