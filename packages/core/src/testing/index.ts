export { readableCell } from './readableCell.ts'
export type { ReadableCell } from './readableCell.ts'
export { testClock } from './testClock.ts'
export type { TestClock } from './testClock.ts'
