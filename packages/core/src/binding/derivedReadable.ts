import type { Readable } from '../model/readable.ts'

/** A Readable over another one: `project` runs once per value of the source, and nobody is told while its result stays the same. */
export const derivedReadable = <From, To>(source: Readable<From>, project: (from: From) => To): Readable<To> => {
  let last: { readonly from: From; readonly to: To } | undefined
  const get = (): To => {
    const from = source.get()
    if (last === undefined || !Object.is(last.from, from)) last = { from, to: project(from) }
    return last.to
  }
  return {
    get,
    subscribe: listener => {
      let told: { readonly value: To } | undefined
      return source.subscribe(() => {
        const value = get()
        if (told !== undefined && Object.is(told.value, value)) return
        told = { value }
        listener(value)
      })
    },
  }
}
