import type { InjectionKey } from 'vue'
import { inject } from 'vue'
import type { Panel } from '../shared/panel/createPanel.ts'

export const panelKey: InjectionKey<Panel> = Symbol('panel')

/** The panel in which this is drawn. */
export const usePanel = (): Panel => {
  const panel = inject(panelKey)
  if (panel === undefined) throw new Error('There is no panel here: app.provide(panelKey, panel).')
  return panel
}
