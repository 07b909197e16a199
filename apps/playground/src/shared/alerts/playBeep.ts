let context: AudioContext | undefined

const NOTES = [659.25, 880] as const
const NOTE_SECONDS = 0.11

/** Two soft notes, made here. Silent in a browser that lets no page be heard before somebody has clicked in it. */
export const playBeep = (): void => {
  context ??= new AudioContext()
  if (context.state === 'suspended') void context.resume()
  const { currentTime: now, destination } = context
  for (const [index, frequency] of NOTES.entries()) {
    const from = now + index * NOTE_SECONDS
    const volume = new GainNode(context, { gain: 0 })
    volume.gain.setTargetAtTime(0.12, from, 0.01)
    volume.gain.setTargetAtTime(0, from + NOTE_SECONDS / 2, 0.04)
    const note = new OscillatorNode(context, { type: 'sine', frequency })
    note.connect(volume).connect(destination)
    note.start(from)
    note.stop(from + NOTE_SECONDS * 3)
  }
}
