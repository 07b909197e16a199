import { useReadable } from '@parlance/react'
import type { ReactNode } from 'react'
import { FormDialog } from './FormDialog.tsx'
import { ForwardDialog } from './ForwardDialog.tsx'
import { MessageDetails } from './MessageDetails.tsx'
import { NoteDialog } from './NoteDialog.tsx'
import { usePanel } from './panelContext.ts'

/** What stands in front of the panel. */
export const PanelDialog = (): ReactNode => {
  const dialog = useReadable(usePanel().dialog)
  switch (dialog?.shows) {
    case undefined:
      return null
    case 'forward':
      return <ForwardDialog message={dialog.message} />
    case 'note':
      return <NoteDialog message={dialog.message} />
    case 'form':
      return <FormDialog state={dialog.form} />
    case 'details':
      return <MessageDetails messageKey={dialog.key} />
  }
}
