export { typing } from './typing.ts'
