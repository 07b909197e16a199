export { testClock } from './testClock.ts'
export type { TestClock } from './testClock.ts'
