import type { Message, Reaction } from '@parlance/core'
import { readPoll } from '../poll/poll.ts'

/** The reactions that stand below a message: all but the votes of a poll, which it shows itself. */
export const reactionsBelow = ({ body, reactions = [] }: Message): readonly Reaction[] => {
  const poll = body?.type === 'custom' && body.event === 'poll' ? readPoll(body.data) : undefined
  return poll === undefined ? reactions : reactions.filter(({ emoji }) => !poll.options.some(({ vote }) => vote === emoji))
}
