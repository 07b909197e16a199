import type { SearchKind } from '../search/searchQuery.ts'

/** What can be looked for, in the order of a list. */
export const searchKinds: readonly (readonly [kind: SearchKind, label: string])[] = [
  ['any', 'Anything'],
  ['texts', 'Texts'],
  ['pictures', 'Pictures'],
  ['films', 'Films'],
  ['sound', 'Sound'],
  ['files', 'Files'],
  ['places', 'Places'],
  ['others', 'Other'],
]
