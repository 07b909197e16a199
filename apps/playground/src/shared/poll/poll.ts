import type { JsonObject, Reaction } from '@parlance/core'

/** What a custom message of the event `poll` asks. */
export interface Poll {
  readonly question: string
  readonly options: readonly PollOption[]
}

export interface PollOption {
  readonly text: string
  /** The reaction that votes for it. */
  readonly vote: string
  readonly votes: number
  readonly isMine: boolean
}

/** As many as there are emoji of digits. */
export const MOST_OPTIONS = 9
const voteFor = (index: number): string => `${index + 1}\u{FE0F}\u{20E3}`

/** The poll that a custom message's data hold, with the votes that are at the message; `undefined` where they hold none. */
export const readPoll = ({ question, options }: JsonObject, reactions: readonly Reaction[] = []): Poll | undefined => {
  if (typeof question !== 'string' || !Array.isArray(options)) return undefined
  const texts = options.filter(option => typeof option === 'string').slice(0, MOST_OPTIONS)
  if (texts.length === 0) return undefined
  return {
    question,
    options: texts.map((text, index) => {
      const vote = voteFor(index)
      const reaction = reactions.find(({ emoji }) => emoji === vote)
      return { text, vote, votes: reaction?.count ?? 0, isMine: reaction?.mine === true }
    }),
  }
}
