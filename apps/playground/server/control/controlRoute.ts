import type { IncomingMessage, ServerResponse } from 'node:http'
import { readCommand } from './command.ts'
import type { Control } from './createControl.ts'

const MOST_BYTES = 10_000

/** Answers pages of this server only: GET tells the status, POST runs a command and tells the status then. */
export const controlRoute =
  (control: () => Control | undefined) =>
  (request: IncomingMessage, response: ServerResponse): void => {
    const answer = (status: number, json: unknown): void => {
      response.writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' })
      response.end(JSON.stringify(json))
    }
    const handle = async (): Promise<void> => {
      const { 'sec-fetch-site': site = 'none' } = request.headers
      const running = control()
      if (site !== 'same-origin' && site !== 'none') answer(403, { error: 'Only pages of this server may ask.' })
      else if (running === undefined) answer(503, { error: 'The sandbox is not up yet.' })
      else if (request.method === 'GET') answer(200, running.status())
      else if (request.method !== 'POST') answer(405, { error: 'GET or POST.' })
      else {
        const command = readCommand(await readJson(request))
        if (command === undefined) {
          answer(400, { error: 'That is no command.' })
          return
        }
        await running.run(command)
        answer(200, running.status())
      }
    }
    handle().catch((thrown: unknown) => answer(500, { error: String(thrown) }))
  }

const readJson = async (request: IncomingMessage): Promise<unknown> => {
  let text = ''
  for await (const chunk of request.setEncoding('utf8')) {
    text += String(chunk)
    if (text.length > MOST_BYTES) return undefined
  }
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
