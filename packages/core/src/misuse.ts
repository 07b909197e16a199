/** Only misuse throws, with a sentence that says the mend. */
export const misuse = (sentence: string): never => {
  throw new TypeError(sentence)
}
