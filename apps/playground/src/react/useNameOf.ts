import { useReadable } from '@parlance/react'
import type { NameOf } from '../shared/client/person.ts'
import { usePanel } from './panelContext.ts'

/** Names for sentences with any number of people in them; renders again when one has come. */
export const useNameOf = (): NameOf => useReadable(usePanel().names)
