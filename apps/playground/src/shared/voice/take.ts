/** What was recorded. */
export interface Voice {
  readonly file: File
  readonly durationMs: number
}

/** A recording under way. Either end of it gives the microphone back. */
export interface Take {
  /** How long it is by now. */
  readonly ms: () => number
  readonly end: () => Promise<Voice>
  readonly discard: () => void
}

/** As browsers have them, the smaller first. */
const types = ['audio/webm;codecs=opus', 'audio/ogg;codecs=opus', 'audio/mp4']

/** Asks for the microphone, and records. Rejects if there is none, or if it may not be used. */
export const beginTake = async (): Promise<Take> => {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true })
  const mimeType = types.find(type => MediaRecorder.isTypeSupported(type))
  const recorder = new MediaRecorder(stream, mimeType === undefined ? {} : { mimeType })
  const parts: Blob[] = []
  recorder.addEventListener('dataavailable', ({ data }) => parts.push(data))
  const stopped = new Promise(resolve => recorder.addEventListener('stop', resolve))
  const begun = performance.now()
  const ms = (): number => Math.round(performance.now() - begun)
  const release = (): void => {
    // By itself it stops when the microphone is pulled out.
    if (recorder.state !== 'inactive') recorder.stop()
    for (const track of stream.getTracks()) track.stop()
  }
  recorder.start()
  return {
    ms,
    discard: release,
    end: async () => {
      const durationMs = ms()
      release()
      await stopped
      return { file: fileOf(parts, recorder.mimeType), durationMs }
    },
  }
}

const fileOf = (parts: readonly Blob[], mimeType: string): File => {
  const [type = ''] = mimeType.split(';')
  return new File([...parts], `Voice message.${type.split('/')[1] ?? 'webm'}`, { type })
}
