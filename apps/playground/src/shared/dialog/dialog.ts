import type { LiveMessage, MessageKey } from '@parlance/core'
import type { FormState } from '../form/createFormState.ts'

/**
 * What stands in front of a panel: where to forward a message, what to write beside the receipt for one, something to fill in and send, or
 * what is known about a message.
 */
export type Dialog =
  | { readonly shows: 'forward' | 'note'; readonly message: LiveMessage }
  | { readonly shows: 'form'; readonly form: FormState }
  | { readonly shows: 'details'; readonly key: MessageKey }
