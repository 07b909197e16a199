import { randomUUID } from 'node:crypto'
import { Server } from 'node:http'
import { serveSandbox } from '@parlance/sandbox/server'
import type { Plugin, PreviewServer, ViteDevServer } from 'vite'
import { controlRoute } from './control/controlRoute.ts'
import type { Control } from './control/createControl.ts'
import { createControl } from './control/createControl.ts'
import { createWorld } from './createWorld.ts'
import { createEasemobBeside } from './easemobBeside.ts'

export interface SandboxPluginOptions {
  /** Makes tokens and faults the same each time. Default: another for each start. */
  readonly seed?: string
}

/** Where the sandbox's WebSockets connect, beside the dev server's own. */
const PATH = '/chat/'

/** Runs a sandbox in the dev server, or in the one of a built page, served over its port, with a control route for pages. */
export const sandboxPlugin = ({ seed = randomUUID() }: SandboxPluginOptions = {}): Plugin => {
  const serve = ({ httpServer, middlewares, config: { logger } }: ViteDevServer | PreviewServer): void => {
    if (!(httpServer instanceof Server))
      throw new Error('The sandbox needs the dev server’s own HTTP server: no middleware mode, no https.')
    let control: Control | undefined
    middlewares.use(
      '/__sandbox',
      controlRoute(() => control),
    )

    const start = async (): Promise<void> => {
      const address = httpServer.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      // Pages that came by another name ask at that one.
      const sandbox = createWorld({ seed, fileUrl: id => `http://localhost:${port}${PATH}files/${id}` })
      const server = await serveSandbox({ sandbox, server: httpServer, path: PATH })
      const easemob = createEasemobBeside(sandbox.backend)
      control = createControl(sandbox, PATH, easemob)
      httpServer.once('close', () => {
        void server.close()
        void easemob.close()
        sandbox.dispose()
      })
    }
    httpServer.once('listening', () => {
      start().catch((error: unknown) => logger.error(`The sandbox did not start: ${String(error)}`))
    })
  }
  return { name: 'parlance-sandbox', apply: 'serve', configureServer: serve, configurePreviewServer: serve }
}
