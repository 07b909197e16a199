import type { UserId } from './ids.ts'

/** Somebody, as the directory knows them. Until it does, the name is the id. */
export interface User {
  readonly id: UserId
  readonly name: string
  /** A picture's URL. */
  readonly avatar?: string
}
