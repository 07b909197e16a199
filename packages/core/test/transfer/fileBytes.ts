/** Bytes that no two places of a file have in common for long, so that what is missing or doubled shows. */
export const fileBytes = (size: number): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(size)
  let state = 1
  for (let index = 0; index < size; index++) {
    state = (state * 48_271) % 2_147_483_647
    bytes[index] = state & 255
  }
  return bytes
}
