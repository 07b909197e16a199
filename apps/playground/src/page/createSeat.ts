import type { ConversationId, UserId } from '@parlance/core'
import type { Account } from '../shared/client/account.ts'
import type { Client } from '../shared/client/createClient.ts'
import { createClient } from '../shared/client/createClient.ts'
import { endLostEdit } from '../shared/composer/endLostEdit.ts'
import { createFocus } from '../shared/focus/createFocus.ts'
import type { FactLog } from '../shared/inspector/createFactLog.ts'
import { createFactLog } from '../shared/inspector/createFactLog.ts'
import { createOnScreen } from '../shared/panel/createOnScreen.ts'
import type { Framework, Panel } from '../shared/panel/createPanel.ts'
import { createPanel } from '../shared/panel/createPanel.ts'
import { hintAtCommands } from '../shared/panel/hintAtCommands.ts'
import { takeDroppedFiles } from '../shared/panel/takeDroppedFiles.ts'
import { createSettings } from '../shared/settings/createSettings.ts'
import { receiptsIn } from '../shared/settings/settings.ts'
import { mountReact } from '../react/mountReact.tsx'
import { mountSvelte } from '../svelte/mountSvelte.ts'
import { mountVue } from '../vue/mountVue.ts'

/** One person on the page: a client, the panel that shows it, and what the inspector keeps of it. */
export interface Seat {
  readonly user: UserId
  readonly transport: Account['transport']
  readonly framework: Framework
  readonly client: Client
  readonly log: FactLog
  /** Draws the panel into an element; gives back what ends it. */
  readonly mount: (element: HTMLElement) => () => void
}

export interface SeatOptions {
  readonly account: Account
  readonly framework: Framework
  /** What is open at first. */
  readonly selected?: ConversationId | undefined
}

const mounts: Readonly<Record<Framework, (element: Element, panel: Panel) => () => void>> = {
  react: mountReact,
  vue: mountVue,
  svelte: mountSvelte,
}

export const createSeat = ({ account, framework, selected }: SeatOptions): Seat => {
  const { user, transport } = account
  const settings = createSettings(user)
  const client = createClient(account, id => receiptsIn(settings.get(), id))
  const { chat, fileUrl } = client
  return {
    user,
    transport,
    framework,
    client,
    log: createFactLog(chat),
    mount: element => {
      const { onScreen, stop } = createOnScreen(element)
      const panel = createPanel({ chat, framework, settings, fileUrl, onScreen, focus: createFocus(element), selected })
      const stops = [mounts[framework](element, panel), endLostEdit(panel), takeDroppedFiles(element, panel), hintAtCommands(panel), stop]
      return () => {
        for (const end of stops) end()
      }
    },
  }
}
