const RATE = 8_000
const BYTES_PER_SAMPLE = 2
const HEADER_BYTES = 44

/** A beep as a WAV file: one channel, 16 bits. */
export const encodeWav = (seconds: number): Buffer => {
  const samples = Math.round(seconds * RATE)
  const size = samples * BYTES_PER_SAMPLE
  const wav = Buffer.alloc(HEADER_BYTES + size)
  wav.write('RIFF', 0, 'latin1')
  wav.writeUInt32LE(HEADER_BYTES - 8 + size, 4)
  wav.write('WAVEfmt ', 8, 'latin1')
  wav.writeUInt32LE(16, 16)
  // Plain samples, and one channel of them.
  wav.writeUInt16LE(1, 20)
  wav.writeUInt16LE(1, 22)
  wav.writeUInt32LE(RATE, 24)
  wav.writeUInt32LE(RATE * BYTES_PER_SAMPLE, 28)
  wav.writeUInt16LE(BYTES_PER_SAMPLE, 32)
  wav.writeUInt16LE(BYTES_PER_SAMPLE * 8, 34)
  wav.write('data', 36, 'latin1')
  wav.writeUInt32LE(size, 40)
  for (let index = 0; index < samples; index++)
    wav.writeInt16LE(Math.round(4_000 * Math.sin((index * 2 * Math.PI * 440) / RATE)), HEADER_BYTES + index * BYTES_PER_SAMPLE)
  return wav
}
