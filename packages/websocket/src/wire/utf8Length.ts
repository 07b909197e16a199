/** Bytes of a text as UTF-8, counted without making them. */
export const utf8Length = (text: string): number => {
  let bytes = text.length
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    // A surrogate pair is two units and four bytes; a lone one is written as three.
    if (unit > 0x7f) bytes += unit > 0x7ff && !isPair(text, at) ? 2 : 1
  }
  return bytes
}

const isPair = (text: string, at: number): boolean => {
  const unit = text.charCodeAt(at)
  if (unit >= 0xd800 && unit < 0xdc00) return (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00
  return unit >= 0xdc00 && unit < 0xe000 && (text.charCodeAt(at - 1) & 0xfc00) === 0xd800
}

/** Whether a text has more bytes than that; counted only where its length leaves it open. */
export const isLonger = (text: string, bytes: number): boolean =>
  text.length > bytes || (text.length * 3 > bytes && utf8Length(text) > bytes)
