/** Options, if they are any: commands are handed to event listeners as they are, and neither an event nor `null` is an options object. */
export const onlyOptions = <T extends object>(given: T | null | undefined): T | undefined =>
  typeof given !== 'object' || given === null || 'preventDefault' in given || 'nativeEvent' in given ? undefined : given
