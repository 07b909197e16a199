import type { ChatError, Fact } from '@parlance/core'
import { describe, expect, it } from 'vitest'
import { readAnswer } from './answers.ts'
import { readFacts } from './facts.ts'

const file = { type: 'file', attachment: { name: 'a', mime: 'text/plain', size: 1, url: 'javascript:alert(1)' } }
const kept = { type: 'file', attachment: { name: 'a', mime: 'text/plain', size: 1 } }
const message = { conversation: 'group:1', from: 'bob', id: '1', body: file }

const vetted = (raw: unknown): { fact: Fact | undefined; reports: readonly ChatError[] } => {
  const reports: ChatError[] = []
  const [fact] = readFacts([raw], error => reports.push(error))
  return { fact, reports }
}

describe('URLs in what comes', () => {
  it('[SEC2] one that may not be followed is dropped and reported, the message stays', () => {
    const { fact, reports } = vetted({ type: 'message', origin: 'live', message })
    expect(fact).toEqual({ type: 'message', origin: 'live', message: { ...message, body: kept } })
    expect(reports.map(({ code, path }) => [code, path])).toEqual([['invalid', 'attachment.url']])
  })

  it('[SEC2] so in an edit, and in a line of the conversation list with its picture', () => {
    const edit = vetted({ type: 'edited', origin: 'live', target: { id: '1' }, body: file, by: 'bob', as: 'author' })
    expect(edit.fact).toMatchObject({ body: kept })
    const line = vetted({ type: 'conversation', origin: 'live', entry: { id: 'group:1', avatar: 'data:text/html,x', last: message } })
    expect(line.fact).toEqual({
      type: 'conversation',
      origin: 'live',
      entry: { id: 'group:1', last: { ...message, body: kept } },
    })
    expect(line.reports.map(({ code, path }) => [code, path])).toEqual([
      ['invalid', 'avatar'],
      ['invalid', 'attachment.url'],
    ])
  })

  it('[SEC2] so a thumbnail; a picture that was only its URL becomes unknown, and says nothing of that URL', () => {
    const body = { ...file, type: 'video', attachment: kept.attachment }
    const film = vetted({ type: 'message', origin: 'live', message: { ...message, body: { ...body, thumbnail: 'https://x/1' } } })
    expect(film.fact).toEqual({ type: 'message', origin: 'live', message: { ...message, body } })
    const picture = vetted({
      type: 'message',
      origin: 'live',
      message: { ...message, body: { type: 'urlImage', url: 'javascript:alert(1)' } },
    })
    expect(picture.fact).toEqual({ type: 'message', origin: 'live', message: { ...message, body: { type: 'unknown' } } })
    expect([...film.reports, ...picture.reports].map(({ code, path }) => [code, path])).toEqual([
      ['invalid', 'thumbnail'],
      ['invalid', 'url'],
    ])
  })

  it('[SEC2] so in what a search finds, and in the pictures of users', () => {
    const reports: ChatError[] = []
    const report = (error: ChatError): void => void reports.push(error)
    expect(readAnswer('search', { messages: [message, { from: 'nobody' }] }, report)).toEqual({
      ok: true,
      value: { messages: [{ ...message, body: kept }] },
    })
    const users = [
      { id: 'bob', name: 'Bob', avatar: 'javascript:alert(1)' },
      { id: 'eve', name: 'Eve', avatar: 'https://pictures.example/eve' },
    ]
    expect(readAnswer('users', users, report)).toEqual({ ok: true, value: [{ id: 'bob', name: 'Bob' }, users[1]] })
    expect(reports.map(({ code, path }) => [code, path])).toEqual([
      ['invalid', 'attachment.url'],
      ['protocol', 'conversation'],
      ['invalid', 'avatar'],
    ])
  })

  it('[SEC2] http, https, blob and images as data stay', () => {
    for (const url of ['http://a/b', 'HTTPS://a/b', 'blob:http://a/1', 'data:image/png;base64,AA==']) {
      const { fact, reports } = vetted({
        type: 'message',
        origin: 'live',
        message: { ...message, body: { ...file, attachment: { ...file.attachment, url } } },
      })
      expect(fact).toMatchObject({ message: { body: { attachment: { url } } } })
      expect(reports).toEqual([])
    }
  })
})
