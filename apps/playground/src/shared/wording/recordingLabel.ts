import { durationLabel } from '../format/durationLabel.ts'
import type { Recording } from '../voice/createRecorder.ts'

/** How long a voice message is, while it is recorded. */
export const recordingLabel = (recording: Recording): string =>
  recording.state === 'recording' ? durationLabel(Math.floor(recording.ms / 1000) * 1000) : 'Waiting for the microphone…'
