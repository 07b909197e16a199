import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import { createWorld } from './createWorld.ts'
import type { World, WorldCalls } from './world.ts'

const headers = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': '*', 'Content-Type': 'application/json' }

const serve = async (world: World, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  response.writeHead(200, headers)
  if (request.method !== 'POST') {
    response.end()
    return
  }
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const [name, ...parameters] = JSON.parse(Buffer.concat(chunks).toString()) as [keyof WorldCalls, ...unknown[]]
  response.end(JSON.stringify((await Reflect.apply(world[name], world, parameters)) ?? null))
}

/** A world in a process of its own: the SDK, of which it has its wire, wants globals of a browser, and keeps a process alive. */
const world = await createWorld()
const server = createServer((request, response) => void serve(world, request, response))
server.listen(0, '127.0.0.1')
await once(server, 'listening')
const address = server.address()
const port = typeof address === 'object' && address !== null ? address.port : 0
const { appKey, url, apiUrl, oddFrame } = world
process.send?.({ appKey, url, apiUrl, oddFrame, calls: `http://127.0.0.1:${port.toString()}/` })
