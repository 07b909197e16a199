import type { Message } from '@parlance/core'
import type { CSSProperties, ReactNode } from 'react'
import { hueOf } from '../shared/format/hueOf.ts'
import { quoteLook } from '../shared/wording/quoteLook.ts'
import { useNameOf } from './useNameOf.ts'

/** A message in two lines: whose it is, and what it says. */
export const QuoteText = ({ message }: { readonly message: Message | undefined }): ReactNode => {
  const { name, text, isNote } = quoteLook(message, useNameOf())
  const style: CSSProperties & Record<'--hue', number> = { '--hue': hueOf(name ?? '') }
  return (
    <span className="quote-text" style={style}>
      {name !== undefined && <bdi className="quote-name">{name}</bdi>}
      <bdi className={`quote-words ${isNote ? 'is-note' : ''}`}>{text}</bdi>
    </span>
  )
}
