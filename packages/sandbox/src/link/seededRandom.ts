import { sha256Text } from '../backend/sha256.ts'

/** Numbers from 0 to below 1, the same for the same seed (sfc32). Not for secrets. */
export const seededRandom = (seed: unknown): (() => number) => {
  const digest = sha256Text(JSON.stringify(seed))
  const part = (index: number): number => Number.parseInt(digest.slice(index * 8, index * 8 + 8), 16) | 0
  let [a, b, c, counter] = [part(0), part(1), part(2), part(3)]

  return () => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return (sum >>> 0) / 0x1_0000_0000
  }
}
