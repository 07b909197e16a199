import type { Readable, UserId } from '@parlance/core'
import { createCell } from '../cell.ts'

/** Picks people out of those who are known, and others by their ids. */
export interface Picking {
  /** Those to choose from, whoever was named by id first. */
  readonly offered: Readable<readonly UserId[]>
  readonly picked: Readable<ReadonlySet<UserId>>
  readonly toggle: (user: UserId) => void
  /** Offers and picks somebody; nothing without an id. */
  readonly name: (id: string) => void
}

export const createPicking = (known: readonly UserId[]): Picking => {
  const offered = createCell<readonly UserId[]>([...new Set(known)])
  const picked = createCell<ReadonlySet<UserId>>(new Set())
  return {
    offered,
    picked,
    toggle: user => {
      const next = new Set(picked.get())
      if (!next.delete(user)) next.add(user)
      picked.set(next)
    },
    name: id => {
      const user = id.trim()
      if (user === '') return
      if (!offered.get().includes(user)) offered.set([user, ...offered.get()])
      picked.set(new Set([...picked.get(), user]))
    },
  }
}
