/** The emoji that are one click away. */
export const quickReactions: readonly { readonly emoji: string; readonly label: string }[] = [
  { emoji: '👍', label: 'thumbs up' },
  { emoji: '❤️', label: 'heart' },
  { emoji: '😂', label: 'tears of joy' },
  { emoji: '😮', label: 'surprise' },
  { emoji: '😢', label: 'tears' },
  { emoji: '🙏', label: 'thanks' },
]
