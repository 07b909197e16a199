import { ChatProvider } from '@parlance/react'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import type { Panel as PanelModel } from '../shared/panel/createPanel.ts'
import { Panel } from './Panel.tsx'
import { PanelContext } from './panelContext.ts'

/** Draws a panel with React; gives back what ends it. */
export const mountReact = (element: Element, panel: PanelModel): (() => void) => {
  const root = createRoot(element)
  root.render(
    <StrictMode>
      <ChatProvider chat={panel.chat} connect>
        <PanelContext value={panel}>
          <Panel />
        </PanelContext>
      </ChatProvider>
    </StrictMode>,
  )
  return () => root.unmount()
}
