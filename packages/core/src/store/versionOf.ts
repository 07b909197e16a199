import type { Versioned } from '../model/versioned.ts'

/** A register's version, if the backend told one. */
export const versionOf = ({ version }: Versioned<unknown>): { readonly version?: string } => (version === undefined ? {} : { version })
