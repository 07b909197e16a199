import { parlance } from '@parlance/vue'
import { createApp } from 'vue'
import type { Panel as PanelModel } from '../shared/panel/createPanel.ts'
import Panel from './Panel.vue'
import { panelKey } from './panelKey.ts'

/** Draws a panel with Vue; gives back what ends it. */
export const mountVue = (element: Element, panel: PanelModel): (() => void) => {
  const app = createApp(Panel)
  app
    .use(parlance(panel.chat, { connect: true }))
    .provide(panelKey, panel)
    .mount(element)
  return () => app.unmount()
}
