import type { Body, Ext } from '@parlance/core'
import { chatError } from '@parlance/core'

/** Rejects with `tooLarge` what the backend wouldn't take: the JSON of body and ext, in bytes of UTF-8. */
export const checkSize = ({ body, ext }: { readonly body: Body; readonly ext?: Ext }, limit: number): void => {
  const bytes = new TextEncoder().encode(JSON.stringify({ body, ext })).length
  if (bytes > limit) throw chatError('tooLarge', { limit })
}
