import { useReadable } from '@parlance/vue'
import type { Ref } from 'vue'
import type { NameOf } from '../shared/client/person.ts'
import { usePanel } from './panelKey.ts'

/** Names for sentences with any number of people in them; another function when one has come. */
export const useNameOf = (): Readonly<Ref<NameOf>> => useReadable(usePanel().names)
