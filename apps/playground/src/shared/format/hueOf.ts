/** A hue from 0 to 359, always the same for the same name: what an avatar is painted with. */
export const hueOf = (name: string): number => {
  let hash = 7
  for (const char of name) hash = (hash * 31 + (char.codePointAt(0) ?? 0)) % 3_600
  return hash % 360
}
