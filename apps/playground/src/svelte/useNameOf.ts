import type { Current } from '@parlance/svelte'
import { fromReadable } from '@parlance/svelte'
import type { NameOf } from '../shared/client/person.ts'
import { usePanel } from './panelContext.ts'

/** Names for sentences with any number of people in them; another function when one has come. */
export const useNameOf = (): Current<NameOf> => {
  const { names } = usePanel()
  return fromReadable(() => names)
}
