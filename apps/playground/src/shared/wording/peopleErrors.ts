import type { ErrorWords } from './errorLabel.ts'

/** Where somebody is named by an id. */
export const peopleErrors: ErrorWords = {
  notFound: 'There is nobody with this id',
  invalid: 'That is nobody one could ask',
  blocked: 'They want nothing from you',
  tooLarge: 'That is too long',
}

/** Where a room is named by an id. */
export const roomErrors: ErrorWords = {
  groupNotFound: 'There is no room with this id',
  notFound: 'There is no room with this id',
}
