/** Gives each wish as it is the first time, and something like it afterwards. */
export const freshNames = (): ((wish: string) => string) => {
  const given = new Set<string>()
  return wish => {
    let name = wish
    for (let again = 2; given.has(name); again++) name = `${wish}-${again}`
    given.add(name)
    return name
  }
}
