export interface PreviewLook {
  readonly isTyping: boolean
  readonly isDraft: boolean
  readonly isRecalled: boolean
}

/** The classes of the second line of a conversation in the list. */
export const previewClass = ({ isTyping, isDraft, isRecalled }: PreviewLook): string =>
  ['conversation-preview', isTyping && 'is-typing', isDraft && 'is-draft', isRecalled && 'is-recalled'].filter(Boolean).join(' ')
