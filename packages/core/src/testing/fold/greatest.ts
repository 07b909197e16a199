import { canonicalJson } from '../../model/json.ts'

/** The one that stands of several values of an overwritable field: greatest (version, seq, canonical JSON of its value) [CVG3]. */
export const greatest = <T extends { readonly version?: string; readonly seq: number }>(
  candidates: readonly T[],
  valueOf: (candidate: T) => unknown,
): T | undefined =>
  [...candidates].sort((a, b) => {
    const versions = [a.version ?? '', b.version ?? ''] as const
    if (versions[0] !== versions[1]) return versions[0] < versions[1] ? 1 : -1
    if (a.seq !== b.seq) return b.seq - a.seq
    const values = [canonicalJson(valueOf(a)), canonicalJson(valueOf(b))] as const
    return values[0] === values[1] ? 0 : values[0] < values[1] ? 1 : -1
  })[0]
