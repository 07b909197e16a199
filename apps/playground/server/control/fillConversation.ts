import { conversationName } from '@parlance/core'
import type { SandboxBackend } from '@parlance/sandbox'
import { friends } from '../people/people.ts'
import type { Command } from './command.ts'

const remarks = [
  'Found another box.',
  'More letters.',
  'Who kept all this?',
  'A hat. Two hats.',
  'This one is locked, so it must be important.',
]

/** Has the friends talk in turn, so that there is a long list to scroll. */
export const fillConversation = (backend: SandboxBackend, { conversation, count }: Extract<Command, { do: 'fill' }>): void => {
  const speakers = friends.map(({ id }) => id)
  for (let number = 1; number <= count; number++) {
    const by = speakers[Math.floor(number / 3) % speakers.length] ?? conversationName(conversation)
    backend.post(by, conversation, `${number}. ${remarks[number % remarks.length] ?? ''}`)
  }
}
