import type { LiveMessage } from '@parlance/core'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { markReadWith } from '../shared/dialog/markReadWith.ts'
import { Dialog } from './Dialog.tsx'
import { usePanel } from './panelContext.ts'
import { QuoteText } from './QuoteText.tsx'
import { useNameOf } from './useNameOf.ts'

/** Words that go with the receipt for a message. */
export const NoteDialog = ({ message }: { readonly message: LiveMessage }): ReactNode => {
  const panel = usePanel()
  const nameOf = useNameOf()
  const [note, setNote] = useState('')
  return (
    <Dialog title="Mark read with a note" testId="note" onClose={() => panel.dialog.set(undefined)}>
      <div className="dialog-quote">
        <QuoteText message={message} />
      </div>
      <form
        className="dialog-form"
        onSubmit={event => {
          event.preventDefault()
          void markReadWith(panel, message, note)
        }}
      >
        <label className="dialog-label">
          For {nameOf(message.from)}, beside your receipt
          <input className="field" data-testid="note-text" dir="auto" value={note} onChange={event => setNote(event.target.value)} />
        </label>
        <button type="submit" className="button is-main" data-testid="note-send">
          Mark as read
        </button>
      </form>
    </Dialog>
  )
}
