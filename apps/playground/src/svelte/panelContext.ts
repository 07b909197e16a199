import { createContext } from 'svelte'
import type { Panel } from '../shared/panel/createPanel.ts'

const context = createContext<Panel>()

/** The panel in which this is drawn; throws where there is none. */
export const usePanel: () => Panel = context[0]
export const setPanel: (panel: Panel) => Panel = context[1]
