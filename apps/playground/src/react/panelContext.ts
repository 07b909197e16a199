import { createContext, useContext } from 'react'
import type { Panel } from '../shared/panel/createPanel.ts'

export const PanelContext = createContext<Panel | undefined>(undefined)

/** The panel in which this is drawn. */
export const usePanel = (): Panel => {
  const panel = useContext(PanelContext)
  if (panel === undefined) throw new Error('There is no panel here: render inside <PanelContext value={panel}>.')
  return panel
}
