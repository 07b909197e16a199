import { mount, unmount } from 'svelte'
import type { Panel as PanelModel } from '../shared/panel/createPanel.ts'
import Panel from './Panel.svelte'

/** Draws a panel with Svelte; gives back what ends it. */
export const mountSvelte = (element: Element, panel: PanelModel): (() => void) => {
  const component = mount(Panel, { target: element, props: { panel } })
  return () => void unmount(component)
}
