/** A function that remembers its last call, and answers the same to arguments that are the same. */
export const lastCall = <Args extends readonly unknown[], Result>(
  compute: (...args: Args) => Result,
  same: (before: Args, now: Args) => boolean = sameEach,
): ((...args: Args) => Result) => {
  let last: { readonly args: Args; readonly result: Result } | undefined
  return (...args) => {
    if (last === undefined || !same(last.args, args)) last = { args, result: compute(...args) }
    return last.result
  }
}

const sameEach = (before: readonly unknown[], now: readonly unknown[]): boolean =>
  before.length === now.length && before.every((arg, index) => Object.is(arg, now[index]))
