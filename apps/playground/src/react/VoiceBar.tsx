import type { ReactNode } from 'react'
import { useEffect, useRef } from 'react'
import type { Recorder, Recording } from '../shared/voice/createRecorder.ts'
import { recordingLabel } from '../shared/wording/recordingLabel.ts'
import { Icon } from './Icon.tsx'

export interface VoiceBarProps {
  readonly recording: Recording
  readonly recorder: Recorder
  /** It is over. */
  readonly onEnd: () => void
}

/** In place of the text while a voice message is recorded. */
export const VoiceBar = ({ recording, recorder, onEnd }: VoiceBarProps): ReactNode => {
  const bar = useRef<HTMLDivElement>(null)
  useEffect(() => bar.current?.focus(), [])
  const cancel = (): void => {
    recorder.cancel()
    onEnd()
  }
  return (
    <div
      ref={bar}
      className="voice"
      role="group"
      aria-label="Voice message"
      tabIndex={-1}
      data-testid="voice"
      data-state={recording.state}
      onKeyDown={event => {
        if (event.key === 'Escape') cancel()
      }}
    >
      <button type="button" className="icon-button" aria-label="Discard the voice message" data-testid="voice-cancel" onClick={cancel}>
        <Icon name="trash" />
      </button>
      <span className="voice-label">{recordingLabel(recording)}</span>
      <button
        type="button"
        className="icon-button composer-send"
        aria-label="Send the voice message"
        data-testid="voice-send"
        aria-disabled={recording.state !== 'recording'}
        onClick={() => {
          if (recording.state !== 'recording') return
          void recorder.finish()
          onEnd()
        }}
      >
        <Icon name="send" />
      </button>
    </div>
  )
}
