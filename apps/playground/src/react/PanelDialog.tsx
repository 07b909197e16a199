import { useReadable } from '@parlance/react'
import type { ReactNode } from 'react'
import { ForwardDialog } from './ForwardDialog.tsx'
import { NoteDialog } from './NoteDialog.tsx'
import { usePanel } from './panelContext.ts'

/** What the panel asks, while it does. */
export const PanelDialog = (): ReactNode => {
  const dialog = useReadable(usePanel().dialog)
  if (dialog === undefined) return null
  return dialog.asks === 'forward' ? <ForwardDialog message={dialog.message} /> : <NoteDialog message={dialog.message} />
}
