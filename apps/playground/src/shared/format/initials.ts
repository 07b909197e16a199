/** One or two letters for an avatar. */
export const initials = (name: string): string => {
  const words = name.split(/\s+/).filter(word => /[\p{L}\p{N}]/u.test(word))
  const letters = words.length > 1 ? [words[0], words.at(-1)] : words
  return (
    letters
      .map(word => /[\p{L}\p{N}]/u.exec(word ?? '')?.[0] ?? '')
      .join('')
      .toUpperCase() || '?'
  )
}
