export { deletion } from './deletion.ts'
