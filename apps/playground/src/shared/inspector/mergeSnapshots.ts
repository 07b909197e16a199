import type { Json, JsonObject } from '@parlance/core'

/** A snapshot, and the facts of a later one on top of it. */
export const mergeSnapshots = (base: Json, later: Json): Json =>
  isObject(base) && isObject(later) ? { ...base, seq: later['seq'] ?? null, facts: [...factsOf(base), ...factsOf(later)] } : later

const isObject = (json: Json): json is JsonObject => typeof json === 'object' && json !== null && !Array.isArray(json)

const isList = (json: Json | undefined): json is readonly Json[] => Array.isArray(json)

const factsOf = ({ facts }: JsonObject & { readonly facts?: Json }): readonly Json[] => (isList(facts) ? facts : [])
