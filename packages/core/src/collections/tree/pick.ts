/** The element at an index that the caller knows to be inside. */
export const pick = <E>(list: readonly E[], index: number): E => {
  const element = list[index]
  if (element === undefined) throw new RangeError(`No element at ${index} of ${list.length}: undefined can't be an item of a tree.`)
  return element
}
