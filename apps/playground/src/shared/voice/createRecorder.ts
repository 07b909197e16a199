import type { Readable } from '@parlance/core'
import { createCell } from '../cell.ts'
import type { Take, Voice } from './take.ts'
import { beginTake } from './take.ts'

/** How far a voice message is. */
export type Recording = { readonly state: 'idle' | 'asking' } | { readonly state: 'recording'; readonly ms: number }

export interface Recorder {
  readonly recording: Readable<Recording>
  /** Asks for the microphone, and begins. */
  readonly start: () => Promise<void>
  /** Ends it, and hands it over. */
  readonly finish: () => Promise<void>
  /** Ends it, and forgets it. */
  readonly cancel: () => void
}

export interface RecorderOptions {
  readonly done: (voice: Voice) => void
  /** Nothing can be recorded: a sentence why. */
  readonly failed: (sentence: string) => void
  readonly begin?: () => Promise<Take>
}

const SHOWN_EVERY_MS = 200

export const createRecorder = ({ done, failed, begin = beginTake }: RecorderOptions): Recorder => {
  const recording = createCell<Recording>({ state: 'idle' })
  let take: Take | undefined
  let timer: ReturnType<typeof setInterval> | undefined
  /** Whoever is asked for the microphone may take a while: meanwhile it may have been cancelled. */
  let attempt = 0

  const rest = (): Take | undefined => {
    const ended = take
    attempt++
    take = undefined
    clearInterval(timer)
    recording.set({ state: 'idle' })
    return ended
  }

  const run = (begun: Take): void => {
    const show = (): void => recording.set({ state: 'recording', ms: begun.ms() })
    take = begun
    timer = setInterval(show, SHOWN_EVERY_MS)
    show()
  }

  return {
    recording,
    start: async () => {
      if (recording.get().state !== 'idle') return
      recording.set({ state: 'asking' })
      const mine = ++attempt
      try {
        const begun = await begin()
        if (mine === attempt) run(begun)
        else begun.discard()
      } catch (thrown) {
        if (mine !== attempt) return
        rest()
        failed(whyNot(thrown))
      }
    },
    finish: async () => {
      const ended = rest()
      if (ended !== undefined) done(await ended.end())
    },
    cancel: () => rest()?.discard(),
  }
}

const whyNot = (thrown: unknown): string =>
  thrown instanceof DOMException && thrown.name === 'NotAllowedError'
    ? 'This page may not use the microphone.'
    : 'The microphone can’t be used.'
