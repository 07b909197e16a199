import type { Message } from '@parlance/core'
import { useRepliedTo } from '@parlance/react'
import type { ReactNode } from 'react'
import { usePanel } from './panelContext.ts'
import { QuoteText } from './QuoteText.tsx'

/** What a message answers; a click goes there. */
export const Quote = ({ message: { key, conversation, replyTo } }: { readonly message: Message }): ReactNode => {
  const { goTo } = usePanel()
  const quoted = useRepliedTo(key)
  return (
    replyTo !== undefined && (
      <button type="button" className="quote" data-testid="quote" title="Go to this message" onClick={() => goTo(conversation, replyTo)}>
        <QuoteText message={quoted} />
      </button>
    )
  )
}
