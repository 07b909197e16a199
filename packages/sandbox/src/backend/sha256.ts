/** SHA-256 of bytes as lower-case hex, at once: what the platform offers is either asynchronous or not in browsers. */
export const sha256 = (bytes: Uint8Array): string => {
  const blocks = (bytes.length + 9 + 63) >>> 6
  const padded = new Uint8Array(blocks * 64)
  padded.set(bytes)
  padded[bytes.length] = 0x80
  const view = new DataView(padded.buffer)
  view.setBigUint64(padded.length - 8, BigInt(bytes.length) * 8n)

  const hash = Uint32Array.from(primes.slice(0, 8), prime => fraction(Math.sqrt(prime)))
  const words = new Uint32Array(64)
  for (let offset = 0; offset < padded.length; offset += 64) {
    for (let i = 0; i < 16; i++) words[i] = view.getUint32(offset + i * 4)
    for (let i = 16; i < 64; i++) {
      const early = word(words, i - 15)
      const late = word(words, i - 2)
      const mixed = rotated(early, 7) ^ rotated(early, 18) ^ (early >>> 3)
      words[i] = word(words, i - 16) + mixed + word(words, i - 7) + (rotated(late, 17) ^ rotated(late, 19) ^ (late >>> 10))
    }
    compress(hash, words)
  }
  return Array.from(hash, part => part.toString(16).padStart(8, '0')).join('')
}

/** SHA-256 of a text's UTF-8. */
export const sha256Text = (text: string): string => sha256(new TextEncoder().encode(text))

const compress = (hash: Uint32Array, words: Uint32Array): void => {
  const s = Uint32Array.from(hash)
  for (let i = 0; i < 64; i++) {
    const [a, b, c, e, f, g] = [word(s, 0), word(s, 1), word(s, 2), word(s, 4), word(s, 5), word(s, 6)]
    const chosen = (e & f) ^ (~e & g)
    const first = word(s, 7) + (rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)) + chosen + word(constants, i) + word(words, i)
    const second = (rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))
    s.copyWithin(1, 0, 7)
    s[4] = word(s, 4) + first
    s[0] = first + second
  }
  for (let i = 0; i < 8; i++) hash[i] = word(hash, i) + word(s, i)
}

const word = (words: Uint32Array, index: number): number => words[index] ?? 0
const rotated = (value: number, by: number): number => (value >>> by) | (value << (32 - by))
/** The first 32 bits of what stands behind the point. */
const fraction = (value: number): number => (value - Math.floor(value)) * 0x1_0000_0000

const primes: readonly number[] = Array.from({ length: 311 }, (_, index) => index + 2)
  .filter(candidate => Array.from({ length: candidate - 2 }, (_, index) => index + 2).every(divisor => candidate % divisor !== 0))
  .slice(0, 64)
const constants = Uint32Array.from(primes, prime => fraction(Math.cbrt(prime)))
