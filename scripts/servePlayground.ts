// Starts the playground's dev server and says its URL once the page answers. Options: --host (127.0.0.1), --port (5173, else the next free one).
import { parseArgs } from 'node:util'
import { fileURLToPath } from 'node:url'
import { createServer } from 'vite'

const { values } = parseArgs({ options: { host: { type: 'string', default: '127.0.0.1' }, port: { type: 'string', default: '5173' } } })

const server = await createServer({
  root: fileURLToPath(new URL('../apps/playground', import.meta.url)),
  // Node reads the configuration itself: bundled, it would look for packages that aren't built
  configLoader: 'native',
  server: { host: values.host, port: Number(values.port) },
})
await server.listen()

const close = (): void => {
  void server.close().finally(() => process.exit(0))
}
process.on('SIGINT', close)
process.on('SIGTERM', close)

const url = server.resolvedUrls?.local[0] ?? server.resolvedUrls?.network[0]
if (url === undefined) throw new Error('The dev server listens, but on no address that it can name.')
const page = await fetch(url, { headers: { accept: 'text/html' } })
if (!page.ok) throw new Error(`The playground answered ${page.status.toString()} at ${url}`)
console.log(`\nThe playground is at ${url}`)
for (const address of server.resolvedUrls?.network ?? []) if (address !== url) console.log(`From other devices: ${address}`)
