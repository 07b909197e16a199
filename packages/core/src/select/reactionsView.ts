import { nextText } from '../collections/compareText.ts'
import type { Reaction } from '../model/reaction.ts'
import type { MessageRecord } from '../state/messageRecord.ts'
import { beforeReactions, noReactions, type ReactionMark, type ReactionTree } from '../state/reactionTree.ts'

/** How many names a reaction tells. */
const mostUsers = 100

/** What is at a message, with what I want laid over it; `undefined` if there is nothing. Costs what it shows, not how many reacted. */
export const reactionsView = ({ reactions, myReactions }: MessageRecord): readonly Reaction[] | undefined => {
  if (reactions === undefined && myReactions === undefined) return undefined
  const tree = reactions ?? noReactions
  const emojis = new Set([...emojisIn(tree), ...(myReactions?.keys() ?? [])])
  const shown = [...emojis].sort().flatMap(emoji => {
    const reaction = reactionWith(tree, emoji, myReactions?.get(emoji))
    return reaction.count > 0 ? [reaction] : []
  })
  return shown.length > 0 ? shown : undefined
}

function* emojisIn(tree: ReactionTree): Iterable<string> {
  for (let mark = tree.first(); mark !== undefined; mark = tree.after(beforeReactions(nextText(mark.emoji)))) yield mark.emoji
}

const reactionWith = (tree: ReactionTree, emoji: string, wanted: ReactionMark | undefined): Reaction => {
  const [from, to] = [beforeReactions(emoji), beforeReactions(nextText(emoji))] as const
  const first = tree.after(from)
  const told = first?.emoji === emoji && first.mine && first.active.value ? first : undefined
  const mine = wanted === undefined ? told : wanted.active.value ? wanted : undefined
  const users = mine === undefined ? [] : [mine.user]
  for (const mark of tree.between(from, to)) {
    if (users.length >= mostUsers) break
    if (mark.active.value && !mark.mine) users.push(mark.user)
  }
  const others = tree.summarize(from, to) - (told === undefined ? 0 : 1)
  return { emoji, count: others + (mine === undefined ? 0 : 1), mine: mine !== undefined, users }
}
