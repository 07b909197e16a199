/** A WAV of silence: 8 bits, mono, 8 kHz. */
export const wave = (seconds: number): Blob => {
  const rate = 8_000
  const samples = new Uint8Array(rate * seconds).fill(128)
  const head = new DataView(new ArrayBuffer(44))
  const write = (at: number, words: string): void =>
    new TextEncoder().encode(words).forEach((byte, index) => head.setUint8(at + index, byte))
  write(0, 'RIFF')
  head.setUint32(4, 36 + samples.length, true)
  write(8, 'WAVEfmt ')
  head.setUint32(16, 16, true)
  head.setUint16(20, 1, true)
  head.setUint16(22, 1, true)
  head.setUint32(24, rate, true)
  head.setUint32(28, rate, true)
  head.setUint16(32, 1, true)
  head.setUint16(34, 8, true)
  write(36, 'data')
  head.setUint32(40, samples.length, true)
  return new Blob([head.buffer, samples], { type: 'audio/wav' })
}
