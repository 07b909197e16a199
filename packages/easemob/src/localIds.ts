import type { LocalId } from '@parlance/core'

const NINE = 1_000_000_000
const nineDigits = (): string =>
  Math.floor(Math.random() * NINE)
    .toString()
    .padStart(9, '0')

/** A number of 19 digits, of which 18 are random: the SDK wants ids that fit 64 bits. */
export const newLocalId = (): LocalId => `1${nineDigits()}${nineDigits()}`

/** The number under which the SDK sends a message: its localId, whenever it is sent, unless that is no such number. */
export const sdkIdOf = (localId: LocalId): string => (/^[1-9]\d{0,18}$/.test(localId) ? localId : newLocalId())
