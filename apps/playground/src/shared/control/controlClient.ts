import type { Readable } from '@parlance/core'
import type { Command } from '../../../server/control/command.ts'
import type { Status } from '../../../server/control/status.ts'
import { createCell } from '../cell.ts'

/** The dev server's sandbox, as far as this page may turn its knobs. */
export interface ControlClient {
  readonly status: Readable<Status>
  /** Why it didn't answer the last time, in a sentence. */
  readonly trouble: Readable<string | undefined>
  /** Resolves when it is done, or couldn't be. */
  readonly run: (command: Command) => Promise<void>
  /** Looks what others have turned. */
  readonly refresh: () => Promise<void>
}

const ROUTE = '/__sandbox'

/** `undefined` where the page comes from a server that has no sandbox. */
export const connectControl = async (): Promise<ControlClient | undefined> => {
  const first = await ask()
  if (typeof first === 'string') return undefined
  const status = createCell(first)
  const trouble = createCell<string | undefined>(undefined)
  const take = (answer: Status | string): void => {
    trouble.set(typeof answer === 'string' ? answer : undefined)
    if (typeof answer !== 'string' && JSON.stringify(answer) !== JSON.stringify(status.get())) status.set(answer)
  }
  return {
    status,
    trouble,
    run: async command => take(await ask({ method: 'POST', body: JSON.stringify(command) })),
    refresh: async () => take(await ask()),
  }
}

/** What the server says, or why it says nothing. */
const ask = async (init?: RequestInit): Promise<Status | string> => {
  try {
    const response = await fetch(ROUTE, init)
    return response.ok ? ((await response.json()) as Status) : `The dev server answered ${response.status}.`
  } catch {
    return 'The dev server can’t be reached.'
  }
}
