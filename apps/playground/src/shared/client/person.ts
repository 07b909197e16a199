import type { UserId } from '@parlance/core'

/** Somebody who may log in to the sandbox, as the dev server tells of him. */
export interface Person {
  readonly id: UserId
  readonly name: string
  readonly token: string
}

/** The name of a user; one whom nobody has named goes by the id. */
export type NameOf = (user: UserId) => string
