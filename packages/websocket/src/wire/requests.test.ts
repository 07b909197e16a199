import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readAnswer } from './answers.ts'
import { decodeClientFrame, encodeData, encodePayload } from './codec.ts'
import { readClientPayload } from './payloads.ts'
import type { RequestName } from './requests.ts'
import { isRequestName, readRequest } from './requests.ts'
import { answers } from './testing/arbitraries/answers.ts'
import { damaged } from './testing/arbitraries/damaged.ts'
import { requestArgs } from './testing/arbitraries/requestArgs.ts'

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))
const names = Object.keys(requestArgs).filter(isRequestName)

/** What a server makes of a request that a client wrote. */
const asked = (name: RequestName, args: unknown): unknown => {
  const frame = decodeClientFrame(encodeData(1, 0, encodePayload({ t: 'request', id: 3, name, args })), 1e6)
  if (!frame.ok || frame.value.t !== 'data') return 'no data frame'
  const payload = readClientPayload(frame.value.data)
  if (!payload.ok || payload.value.t !== 'request' || payload.value.id !== 3 || payload.value.name !== name) return 'no request'
  const read = readRequest(name, payload.value.args)
  return read.ok ? read.value : read.error.toJSON()
}

describe('requests and answers on the wire', () => {
  it.each(names)('[SEC1] %s comes out as it went in', name => {
    fc.assert(
      fc.property(requestArgs[name], args => {
        expect(plain(asked(name, args))).toEqual(plain(args))
      }),
    )
  })

  it.each(names)('[SEC1] the answer to %s comes out as it went in', name => {
    fc.assert(
      fc.property(answers[name], answer => {
        const read = readAnswer(name, plain(answer), error => {
          throw error
        })
        expect(plain(read.ok ? read.value : read.error)).toEqual(plain(answer))
      }),
    )
  })

  it.each(names)('[SEC1] damaged arguments and answers of %s never throw', name => {
    fc.assert(
      fc.property(requestArgs[name].chain(damaged), answers[name].chain(damaged), (args, answer) => {
        const request = readRequest(name, args)
        if (!request.ok) expect(request.error.code).toBe('invalid')
        const read = readAnswer(name, answer, () => {})
        if (!read.ok) expect(read.error.toJSON()).toMatchObject({ code: 'protocol', effect: 'maybe' })
      }),
    )
  })

  it('names of every object are no requests', () => {
    expect(['constructor', '__proto__', 'toString', 'send'].map(isRequestName)).toEqual([false, false, false, true])
  })

  it('[SEC1] invalid arguments are told by their path', () => {
    expect(asked('send', { message: { conversation: 'group:1', localId: '', body: { type: 'text', text: 'x' } } })).toMatchObject({
      code: 'invalid',
      path: 'message.localId',
    })
  })

  it('[RCV8] a page keeps what can be read of it', () => {
    const recalled = { type: 'recalled', origin: 'history', target: { id: '1' }, by: 'bob', as: 'author' }
    const reports: string[] = []
    const read = readAnswer('history', { facts: [{ type: 'nonsense' }, recalled], covers: { from: 'start', to: 'live' } }, ({ code }) =>
      reports.push(code),
    )
    expect(read).toEqual({ ok: true, value: { facts: [recalled], covers: { from: 'start', to: 'live' } } })
    expect(reports).toEqual(['protocol'])
  })
})
