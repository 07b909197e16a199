import type { Meta } from '../frames/meta.ts'

/** What was carried out, for the one who asked. */
export interface Taken {
  readonly serverId: string
  readonly at?: number | undefined
  readonly metas?: readonly Meta[]
}
