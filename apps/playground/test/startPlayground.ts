import { fileURLToPath } from 'node:url'
import type { PreviewServer, ViteDevServer } from 'vite'
import { createServer, preview } from 'vite'
import type { Command } from '../server/control/command.ts'
import type { Status } from '../server/control/status.ts'
import { viteConfig } from '../server/viteConfig.ts'

/** The playground with its sandbox, on a free port. */
export interface Playground {
  /** Ends in `/`. */
  readonly url: string
  /** Where WebSockets connect. */
  readonly server: string
  readonly token: (user: string) => string
  /** Turns the sandbox's knobs. */
  readonly control: (command: Command) => Promise<Status>
  /** The page of one full client. */
  readonly joinUrl: (user: string, ui: 'react' | 'vue' | 'svelte') => string
  readonly close: () => Promise<void>
}

/** The built page, as a site would serve it. `name`: whoever runs at the same time has another one. Tokens and faults come from it. */
export const startPlayground = async (name: string): Promise<Playground> => {
  const server = await preview({
    ...viteConfig({ seed: name }),
    configFile: false,
    logLevel: 'error',
    preview: { host: '127.0.0.1', port: 0 },
  })
  return playgroundOf(server)
}

/** The same from the dev server, as `npm start` runs it. */
export const startDevServer = async (name: string): Promise<Playground> => {
  const server = await createServer({
    ...viteConfig({ seed: name }),
    configFile: false,
    // What Vite prepares isn't shared, but kept for the next run.
    cacheDir: fileURLToPath(new URL(`../node_modules/.vite-test/${name}`, import.meta.url)),
    logLevel: 'error',
    server: { host: '127.0.0.1', port: 0, hmr: false, watch: null },
  })
  return playgroundOf(await server.listen())
}

const playgroundOf = async (vite: ViteDevServer | PreviewServer): Promise<Playground> => {
  const url = vite.resolvedUrls?.local[0]
  if (url === undefined) throw new Error('The server listens on no address that it can name.')
  const route = `${url}__sandbox`
  const control = async (command?: Command): Promise<Status> => {
    const response = await fetch(route, command && { method: 'POST', body: JSON.stringify(command) })
    if (!response.ok) throw new Error(`The sandbox answered ${response.status} to ${JSON.stringify(command)}: ${await response.text()}`)
    return (await response.json()) as Status
  }
  const { people, path } = await control()
  const server = new URL(path, url.replace('http', 'ws')).href
  const token = (user: string): string => people.find(({ id }) => id === user)!.token

  return {
    url,
    server,
    token,
    control,
    joinUrl: (user, ui) => `${url}?${new URLSearchParams({ user, token: token(user), server, ui }).toString()}`,
    close: () => vite.close(),
  }
}
