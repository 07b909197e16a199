import type { Readable } from '@parlance/core'
import type { Command } from '../../../server/control/command.ts'
import type { Status } from '../../../server/control/status.ts'
import { createCell } from '../cell.ts'

/** The dev server's sandbox, as far as this page may turn its knobs. */
export interface ControlClient {
  readonly status: Readable<Status>
  /** Resolves when it is done. */
  readonly run: (command: Command) => Promise<void>
}

const ROUTE = '/__sandbox'

/** `undefined` where the page comes from a server that has no sandbox. */
export const connectControl = async (): Promise<ControlClient | undefined> => {
  const ask = async (init?: RequestInit): Promise<Status> => {
    const response = await fetch(ROUTE, init)
    if (!response.ok) throw new Error(`The sandbox answered ${response.status}.`)
    return response.json() as Promise<Status>
  }
  try {
    const status = createCell(await ask())
    return {
      status,
      run: async command => status.set(await ask({ method: 'POST', body: JSON.stringify(command) })),
    }
  } catch {
    return undefined
  }
}
