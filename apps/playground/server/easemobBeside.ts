import type { SandboxBackend } from '@parlance/sandbox'
import type { EasemobServer } from '../../../packages/easemob/test-server/index.ts'

/** Where Easemob's SDK finds the server, and by which key. */
export interface EasemobAddress {
  readonly url: string
  readonly appKey: string
}

/** The test server for Easemob's SDK in front of the same backend: whoever comes by it meets the panels. */
export interface EasemobBeside {
  /** `undefined` as long as nobody wanted it. */
  readonly address: () => EasemobAddress | undefined
  /** Resolves when it serves; does nothing where it does already. */
  readonly start: () => Promise<void>
  readonly close: () => Promise<void>
}

export const createEasemobBeside = (backend: SandboxBackend): EasemobBeside => {
  let starting: Promise<EasemobServer> | undefined
  let running: EasemobServer | undefined
  const open = async (): Promise<EasemobServer> => {
    const { serveEasemob } = await import('../../../packages/easemob/test-server/index.ts')
    return serveEasemob({ backend })
  }
  return {
    address: () => running && { url: running.url, appKey: running.appKey },
    start: async () => {
      starting ??= open()
      running = await starting
    },
    close: async () => {
      await (await starting)?.close()
    },
  }
}
