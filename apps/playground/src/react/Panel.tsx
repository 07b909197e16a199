import { useReadable } from '@parlance/react'
import type { ReactNode } from 'react'
import { Alert } from './Alert.tsx'
import { Hint } from './Hint.tsx'
import { PanelBar } from './PanelBar.tsx'
import { PanelDialog } from './PanelDialog.tsx'
import { usePanel } from './panelContext.ts'
import { Side } from './Side.tsx'
import { Talk } from './Talk.tsx'

export const Panel = (): ReactNode => {
  const id = useReadable(usePanel().selected)
  return (
    <>
      <PanelBar />
      <div className="panel-body" data-open={id === undefined ? undefined : ''}>
        <Side />
        {id === undefined ? <p className="no-talk">Pick a conversation.</p> : <Talk key={id} id={id} />}
      </div>
      <Hint />
      <PanelDialog />
      <Alert />
    </>
  )
}
