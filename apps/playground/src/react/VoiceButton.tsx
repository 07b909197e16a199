import type { ReactNode } from 'react'
import type { Recorder } from '../shared/voice/createRecorder.ts'
import { Icon } from './Icon.tsx'

export const VoiceButton = ({ recorder }: { readonly recorder: Recorder }): ReactNode => (
  <button
    type="button"
    className="icon-button"
    data-testid="record"
    aria-label="Record a voice message"
    title="Record a voice message"
    onClick={() => void recorder.start()}
  >
    <Icon name="microphone" />
  </button>
)
