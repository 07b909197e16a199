import type { Readable } from '@parlance/core'
import { createCell } from './cell.ts'

const minute = createCell(Date.now())
setInterval(() => minute.set(Date.now()), 60_000)

/** The time, to the minute: what dates are told from. Milliseconds since 1970. */
export const currentMinute: Readable<number> = minute
