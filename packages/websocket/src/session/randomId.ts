/** 128 random bits as hex. Unguessable, unless a `random` of one's own takes the place of the machine's. */
export const randomId = (random?: () => number): string => {
  const bytes = random === undefined ? crypto.getRandomValues(new Uint8Array(16)) : Uint8Array.from({ length: 16 }, () => random() * 256)
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')
}
