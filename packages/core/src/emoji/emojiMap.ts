/** An emoji as a UI draws and names it. */
export interface EmojiEntry {
  /** The Unicode characters: what is copied, read aloud, and shown where there is no image. */
  readonly char: string
  /** Its name in words, for a tooltip or a screen reader. */
  readonly label: string
  /** URL of a picture. */
  readonly image?: string
}

/** What is written for an emoji, such as `[smile]`, to the emoji. Any non-empty string is a legal code. Don't change it once it is in use. */
export type EmojiMap = ReadonlyMap<string, EmojiEntry>
