import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { createRecorder } from './createRecorder.ts'
import type { Take, Voice } from './take.ts'

const voice: Voice = { file: new File(['…'], 'Voice message.webm', { type: 'audio/webm' }), durationMs: 1_400 }

const setUp = (begin?: () => Promise<Take>) => {
  const take = { length: 0, isDiscarded: false }
  const began: Take = {
    ms: () => take.length,
    end: () => Promise.resolve(voice),
    discard: () => {
      take.isDiscarded = true
    },
  }
  const done: Voice[] = []
  const sentences: string[] = []
  const recorder = createRecorder({
    done: made => done.push(made),
    failed: sentence => sentences.push(sentence),
    begin: begin ?? (() => Promise.resolve(began)),
  })
  return { ...recorder, take, began, done, sentences }
}

describe('a voice message', () => {
  it('shows how long it is, and is handed over', async () => {
    vi.useFakeTimers()
    onTestFinished(() => void vi.useRealTimers())
    const { recording, start, finish, take, done } = setUp()
    const started = start()
    expect(recording.get()).toEqual({ state: 'asking' })
    await started
    expect(recording.get()).toEqual({ state: 'recording', ms: 0 })
    take.length = 1_400
    vi.advanceTimersByTime(200)
    expect(recording.get()).toEqual({ state: 'recording', ms: 1_400 })
    await finish()
    expect(recording.get()).toEqual({ state: 'idle' })
    expect(done).toEqual([voice])
    expect(vi.getTimerCount()).toBe(0)
  })

  it('is forgotten when it is cancelled, also while the microphone is asked for', async () => {
    const running = setUp()
    await running.start()
    running.cancel()
    expect(running.take.isDiscarded).toBe(true)

    let allow: (take: Take) => void = () => undefined
    const waiting = setUp(() => new Promise<Take>(resolve => (allow = resolve)))
    const started = waiting.start()
    waiting.cancel()
    allow(waiting.began)
    await started
    expect(waiting.recording.get()).toEqual({ state: 'idle' })
    expect(waiting.take.isDiscarded).toBe(true)
    await waiting.finish()
    expect([...running.done, ...waiting.done]).toEqual([])
  })

  it('says why there is none', async () => {
    const denied = setUp(() => Promise.reject(new DOMException('', 'NotAllowedError')))
    await denied.start()
    const missing = setUp(() => Promise.reject(new DOMException('', 'NotFoundError')))
    await missing.start()
    expect([...denied.sentences, ...missing.sentences]).toEqual(['This page may not use the microphone.', 'The microphone can’t be used.'])
    expect(denied.recording.get()).toEqual({ state: 'idle' })
  })
})
