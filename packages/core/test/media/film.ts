/** A WebM of so many frames, as a recorder writes it: without its length. */
export const film = async (width: number, height: number, frames: number): Promise<Blob> => {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d')!
  const paint = (frame: number): void => {
    context.fillStyle = frame % 2 === 0 ? 'teal' : 'green'
    context.fillRect(0, 0, width, height)
  }
  // On a busy machine the recorder is ahead of the first frame.
  paint(0)
  const recorder = new MediaRecorder(canvas.captureStream(30), { mimeType: 'video/webm' })
  const parts: Blob[] = []
  recorder.addEventListener('dataavailable', ({ data }) => parts.push(data))
  const stopped = new Promise(resolve => recorder.addEventListener('stop', resolve))
  recorder.start()
  for (let frame = 0; frame < frames; frame++) {
    paint(frame)
    await new Promise(requestAnimationFrame)
  }
  recorder.stop()
  await stopped
  return new Blob(parts, { type: 'video/webm' })
}
