import type { HistoryState } from '@parlance/core'
import { errorLabel } from './errorLabel.ts'

/** What stands above a timeline while its history is on its way, or didn't come. */
export const historyLook = ({ state, error }: HistoryState): { readonly text: string; readonly retry: boolean } | undefined => {
  if (state === 'loading') return { text: 'Loading messages…', retry: false }
  if (state === 'idle') return undefined
  return { text: error === undefined ? 'Messages didn’t load.' : `Messages didn’t load. ${errorLabel(error)}.`, retry: true }
}
