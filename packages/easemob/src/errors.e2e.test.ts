import { chatError } from '@parlance/core'
import { describe, expect, it } from 'vitest'
import { loadSdk } from '../test-server/sdk/loadSdk.ts'
import { sdkError } from './errors.ts'

describe('Easemob’s error numbers', () => {
  it.each([
    [603, 'blocked'],
    [605, 'groupNotFound'],
    [602, 'notMember'],
    [506, 'notAllowlisted'],
    [501, 'contentRejected'],
    [502, 'intercepted'],
    [503, 'unknown'],
    [507, 'muted'],
    [508, 'moderated'],
    [509, 'rateLimited'],
    [511, 'tooLarge'],
  ] as const)('%d of a send is %s, and nothing came of it', (type, code) => {
    expect(sdkError({ type, message: 'words' }, 'send')).toMatchObject({ code, effect: 'none', message: 'words' })
  })

  it.each([
    [504, 'recallTooLate'],
    [505, 'recallDisabled'],
  ] as const)('%d of a recall is %s', (type, code) => {
    expect(sdkError({ type }, 'recall').code).toBe(code)
  })

  it.each([510, 512])('[SND6] after %d nobody knows whether the message is stored, and trying again may help', type => {
    expect(sdkError({ type }, 'send')).toMatchObject({ effect: 'maybe', retryable: true })
  })

  it('507 comes without a message, and has its words from its reason', () => {
    expect(sdkError({ type: 507, reason: 'you were muted' }, 'send').message).toBe('you were muted')
  })

  it.each([
    [401, 'authExpired'],
    [403, 'forbidden'],
    [404, 'notFound'],
    [413, 'tooLarge'],
    [429, 'rateLimited'],
    [500, 'unavailable'],
  ] as const)('an answer that the SDK has no number for is read by its HTTP status: %d is %s', (httpCode, code) => {
    expect(sdkError({ type: 17, extraInfo: { httpCode } }).code).toBe(code)
  })

  it.each(['easemob-websdk', 'agora-chat'] as const)('all that %s has for messages, groups, rooms and reactions have a meaning', name => {
    const numbers = Object.values(loadSdk(name).statusCode).filter(value => typeof value === 'number' && value >= 500 && value < 1_200)
    // Without streams, the SDK’s own storage and its own faults.
    const others = [513, 514, 515, 800, 999]
    expect(numbers.filter(type => sdkError({ type }).code === 'unknown' && !others.includes(type))).toEqual([503, 604, 609])
  })

  it('[RCV8] anything else that is thrown is unknown, with its cause', () => {
    for (const thrown of [null, 'words', 7, { type: '603' }, new Error('x')])
      expect(sdkError(thrown)).toMatchObject({ code: 'unknown', cause: thrown })
    expect(sdkError(undefined).code).toBe('unknown')
    const error = chatError('muted')
    expect(sdkError(error)).toBe(error)
  })
})
