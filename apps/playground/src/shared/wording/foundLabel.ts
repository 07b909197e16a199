import type { Found } from '../search/createSearch.ts'
import { errorLabel } from './errorLabel.ts'

/** What a search has come to, in a sentence. */
export const foundLabel = ({ state, messages, next, error }: Found): string => {
  if (state === 'blank') return ''
  if (state === 'loading') return 'Searching…'
  if (state === 'failed') return `The search failed. ${error === undefined ? 'Something went wrong' : errorLabel(error)}.`
  if (messages.length === 0) return 'Nothing found'
  return `${messages.length}${next === undefined ? '' : ' or more'} ${messages.length === 1 ? 'message' : 'messages'} found`
}
