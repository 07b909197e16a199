/** A command of a facet of a transport, until the test answers it. */
export interface FacetCall<Facet, Name extends keyof Facet> {
  readonly args: Facet[Name] extends (...args: infer Args) => unknown ? Args : never
  readonly answer: (value: Facet[Name] extends (...args: never[]) => Promise<infer Answer> ? Answer : never) => void
  readonly refuse: (error: Error) => void
}

export interface ScriptedFacet<Facet> {
  /** To be handed to `scriptedTransport` as what it has besides. */
  readonly facet: Facet
  /** Everything asked of one command so far, in order. */
  readonly asked: <Name extends keyof Facet>(name: Name) => readonly FacetCall<Facet, Name>[]
  /** The oldest that waits for its answer. Throws if there is none. */
  readonly next: <Name extends keyof Facet>(name: Name) => FacetCall<Facet, Name>
}

/** A group of a transport's commands that does nothing of itself, as `contacts` or `groups`: the test answers. */
export const scriptedFacet = <Facet extends object>(...names: readonly (keyof Facet & string)[]): ScriptedFacet<Facet> => {
  const calls = names.map(name => ({ name, made: [] as (FacetCall<Facet, keyof Facet> & { answered: boolean })[] }))
  const madeOf = (name: keyof Facet) => calls.find(one => one.name === name)?.made ?? []
  const commands = calls.map(({ name, made }) => [
    name,
    (...args: readonly unknown[]) =>
      new Promise<unknown>((resolve, reject) => {
        const call = {
          args: args as never,
          answered: false,
          answer: (value: unknown): void => {
            call.answered = true
            resolve(value)
          },
          refuse: (error: Error): void => {
            call.answered = true
            reject(error)
          },
        }
        made.push(call)
      }),
  ])
  return {
    facet: Object.fromEntries(commands) as Facet,
    asked: name => madeOf(name),
    next: name => {
      const waiting = madeOf(name).find(({ answered }) => !answered)
      if (waiting === undefined) throw new Error(`No ${String(name)} waits for an answer.`)
      return waiting
    },
  }
}
