import type { LocalId } from '@parlance/core'

const NINE = 1_000_000_000
const nineDigits = (n: number): string => n.toString().padStart(9, '0')
const random = (): string => nineDigits(Math.floor(Math.random() * NINE))

/** A number of 19 digits, of which 18 are random: the SDK wants ids that fit 64 bits. */
export const newLocalId = (): LocalId => `1${random()}${random()}`

/** The number under which the SDK sends a message: its localId, or, where that is no such number, always the same one made of it. */
export const sdkIdOf = (localId: LocalId): string =>
  /^[1-9]\d{0,18}$/.test(localId) ? localId : `2${hash(localId, 0)}${hash(localId, 0x9e3779b9)}`

/** FNV-1a, of code units. */
const hash = (text: string, seed: number): string => {
  let value = 0x811c9dc5 ^ seed
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  return nineDigits((value >>> 0) % NINE)
}
