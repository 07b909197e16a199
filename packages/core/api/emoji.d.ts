/** An emoji as a UI draws and names it. */
interface EmojiEntry {
  /** The Unicode characters: what is copied, read aloud, and shown where there is no image. */
  readonly char: string;
  /** Its name in words, for a tooltip or a screen reader. */
  readonly label: string;
  /** URL of a picture. */
  readonly image?: string;
}
/** What is written for an emoji, such as `[smile]`, to the emoji. Any non-empty string is a legal code. Don't change it once it is in use. */
type EmojiMap = ReadonlyMap<string, EmojiEntry>;
/** About a hundred common emoji: as `[smile]`, as `:smile:` and as smileys, `:)`. Each emoji's codes share one entry. */
export declare const defaultEmoji: EmojiMap;
/** Whether a text is a few emoji, at most `most`, with nothing but white space between them: a UI shows it large. */
export declare const isOnlyEmoji: (text: string, emojiMap?: EmojiMap, most?: number) => boolean;
/** A stretch of a text: words, or one emoji. `text` is what is written there. */
type Segment = {
  readonly type: "text";
  readonly text: string;
} | {
  readonly type: "emoji";
  readonly text: string;
  readonly emoji: EmojiEntry;
};
/**
 * Splits a text into words and emoji. The segments' texts joined are the text. Emoji are the codes of the map, the longest first, and Unicode
 * emoji; no grapheme is ever cut. `[smile]` stands anywhere, `:smile:` not against letters or digits, and smileys such as `:/` only
 * apart from words and marks, so that a URL stays one. An empty text has no segments [EMO1].
 * Beyond ASCII it needs `Intl.Segmenter`, which every browser has since 2024.
 * @example
 * segment('Hi :)') // [{ type: 'text', text: 'Hi ' }, { type: 'emoji', text: ':)', emoji: { char: '🙂', label: 'slightly smiling face' } }]
 */
export declare const segment: (text: string, emojiMap?: EmojiMap) => readonly Segment[];
/**
 * The same codes with pictures: asked once for each emoji, `undefined` where there is none.
 * @example
 * const pictures = withImages(defaultEmoji, ({ char }) => `/emoji/${encodeURIComponent(char)}.svg`)
 */
export declare const withImages: (emojiMap: EmojiMap, imageOf: (entry: EmojiEntry) => string | undefined) => EmojiMap;
export type { EmojiEntry, EmojiMap, Segment };