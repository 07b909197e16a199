import type { UserId } from '@parlance/core'
import { chatError } from '@parlance/core'
import type { Policy } from './policy.ts'
import { sha256Text } from './sha256.ts'

/** Somebody who may log in. */
export interface UserSpec {
  readonly id: UserId
  /** For the directory, and the title of a direct conversation with this user. */
  readonly name?: string
  readonly avatar?: string
}

/** Who there is, with which credential, and who wants nothing from whom. */
export interface Accounts {
  add(user: UserSpec): void
  get(user: UserId): UserSpec | undefined
  all(): Iterable<UserId>
  /** The credential that is good now. */
  token(user: UserId): string
  /** The one that is good now isn't any more. */
  expire(user: UserId): void
  /** Throws `authExpired` for one that was good, `authRejected` for any other, and for an unknown user. */
  check(user: UserId, credential: string): void
  /** `version`: of the change. */
  block(user: UserId, other: UserId, blocked: boolean, version: string): void
  hasBlocked(user: UserId, other: UserId): boolean
  blocklist(user: UserId): { readonly blocked: readonly UserId[]; readonly version?: string }
}

interface Account {
  readonly spec: UserSpec
  renewals: number
  readonly blocked: Set<UserId>
  blocklistVersion: string | undefined
}

export const createAccounts = (policy: () => Policy, seed: string): Accounts => {
  const accounts = new Map<UserId, Account>()

  const existing = (user: UserId): Account => {
    const account = accounts.get(user)
    if (account === undefined) throw new TypeError(`There is no user ${JSON.stringify(user)}: name all users when you make the sandbox.`)
    return account
  }
  const tokenOf = (user: UserId, renewal: number): string =>
    policy().token?.(user, renewal) ?? sha256Text(JSON.stringify([seed, 'token', user, renewal])).slice(0, 32)

  return {
    add(spec) {
      if (accounts.has(spec.id)) throw new TypeError(`There are two users ${JSON.stringify(spec.id)}: give each an id of its own.`)
      if (spec.id === '') throw new TypeError('A user needs a name: any string but the empty one.')
      accounts.set(spec.id, { spec, renewals: 0, blocked: new Set(), blocklistVersion: undefined })
    },
    get: user => accounts.get(user)?.spec,
    all: () => accounts.keys(),
    token: user => tokenOf(user, existing(user).renewals),
    expire: user => void existing(user).renewals++,
    check(user, credential) {
      const account = accounts.get(user)
      if (account !== undefined) {
        const { renewals } = account
        if (credential === tokenOf(user, renewals)) return
        for (let renewal = 0; renewal < renewals; renewal++) if (credential === tokenOf(user, renewal)) throw chatError('authExpired')
      }
      throw chatError('authRejected')
    },
    block(user, other, blocked, version) {
      const account = existing(user)
      existing(other)
      if (blocked) account.blocked.add(other)
      else account.blocked.delete(other)
      account.blocklistVersion = version
    },
    hasBlocked: (user, other) => accounts.get(user)?.blocked.has(other) ?? false,
    blocklist(user) {
      const { blocked, blocklistVersion: version } = existing(user)
      return { blocked: [...blocked], ...(version !== undefined && { version }) }
    },
  }
}
