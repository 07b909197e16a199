import { describe, expect, it } from 'vitest'
import { readPoll } from './poll.ts'

describe('a poll', () => {
  it('is a question with its options; votes are reactions of digits', () => {
    const reactions = [
      { emoji: '2️⃣', count: 3, mine: true, users: ['me', 'bob', 'carol'] },
      { emoji: '👍', count: 1, mine: false, users: ['bob'] },
    ]
    expect(readPoll({ question: 'Where to?', options: ['The lake', 'The pier'] }, reactions)).toEqual({
      question: 'Where to?',
      options: [
        { text: 'The lake', vote: '1️⃣', votes: 0, isMine: false },
        { text: 'The pier', vote: '2️⃣', votes: 3, isMine: true },
      ],
    })
  })

  it.for([{}, { question: 'Where to?' }, { question: 1, options: ['a'] }, { question: 'Where to?', options: [1, null] }])(
    'is none where it makes no sense: %j',
    data => expect(readPoll(data)).toBeUndefined(),
  )
})
