/** What stands in place of a message that came in a form of its own. */
export const unreadableLabel = 'This message is of a kind that this version can’t show.'
