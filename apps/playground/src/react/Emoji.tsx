import type { ReactNode } from 'react'
import { pictureOf } from '../shared/emoji/pictures.ts'

/** One emoji, as a picture. */
export const Emoji = ({ emoji, isDecorative = false }: { readonly emoji: string; readonly isDecorative?: boolean }): ReactNode => (
  <img className="emoji" src={pictureOf(emoji)} alt={isDecorative ? '' : emoji} />
)
