import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Step, Seen } from './place.ts'
import { fileBytes } from './fileBytes.ts'

/** A store for files over real HTTP, which does what a test wrote down for it. */
export interface FileServer {
  readonly url: string
  close(): Promise<void>
}

interface Script {
  readonly steps: Step[]
  readonly seen: Seen[]
  /** Called at each change: of what was seen, or of whether it holds back. */
  readonly waiting: Set<() => void>
  released: boolean
}

/** Starts the store on a free port. What each place of it does is told to it over HTTP, so that tests in a browser can, too. */
export const startFileServer = async (): Promise<FileServer> => {
  const scripts = new Map<string, Script>()
  const scriptOf = (id: string): Script => {
    const known = scripts.get(id)
    if (known !== undefined) return known
    const made: Script = { steps: [], seen: [], waiting: new Set(), released: false }
    scripts.set(id, made)
    return made
  }
  const changed = (script: Script): void => {
    for (const look of [...script.waiting]) look()
  }
  const until = (script: Script, holds: () => boolean): Promise<void> =>
    new Promise(resolve => {
      const look = (): void => {
        if (!holds()) return
        script.waiting.delete(look)
        resolve()
      }
      script.waiting.add(look)
      look()
    })

  /** A request of whoever is under test. */
  const serve = async (request: IncomingMessage, response: ServerResponse, id: string): Promise<void> => {
    const script = scriptOf(id)
    const step = script.steps.shift() ?? {}
    const index = script.seen.length
    script.seen.push({ method: request.method ?? '', headers: stringHeaders(request), ended: false, whole: false })
    const note = (what: Partial<Seen>): void => {
      const before = script.seen[index]
      if (before !== undefined) script.seen[index] = { ...before, ...what }
      changed(script)
    }
    response.once('close', () => note({ ended: true }))
    if (step.stall === true) await until(script, () => script.released)
    // What was held back is read slowly: a browser takes its time to give up what it has cancelled.
    const upload = await bodyOf(request, step.stall === true ? SLOWLY_MS : undefined)
    if (request.method === 'POST') note({ whole: true, ...(await formOf(request, upload)) })
    if (step.hold === true) await until(script, () => script.released)
    if (step.cut === true) {
      // In the middle of an answer: where there is none yet, a browser asks again by itself.
      response.writeHead(200, { 'Content-Length': 1_000 })
      response.write('{', () => request.socket.destroy())
      return
    }
    const status = step.status ?? 200
    for (const [name, value] of Object.entries(step.headers ?? {})) response.setHeader(name, value)
    if (request.method === 'POST' || status !== 200) {
      response.writeHead(status, { 'Content-Type': 'application/json' })
      response.end(step.text ?? JSON.stringify({ url: `https://files.example/${id}` }))
      return
    }
    const bytes = fileBytes(step.size ?? 1_000)
    response.writeHead(200, { 'Content-Type': 'application/octet-stream', 'Content-Length': bytes.length })
    const half = Math.floor(bytes.length / 2)
    response.write(bytes.subarray(0, half))
    if (step.halfway === true) await until(script, () => script.released)
    response.end(bytes.subarray(half), () => note({ whole: true }))
  }

  /** What a test tells or asks. */
  const control = async (request: IncomingMessage, response: ServerResponse, verb: string, id: string): Promise<void> => {
    const script = scriptOf(id)
    const told: unknown = request.method === 'PUT' ? JSON.parse((await bodyOf(request)).toString()) : undefined
    if (verb === 'script') script.steps.push(...(told as Step[]))
    if (verb === 'release') script.released = true
    if (verb === 'seen') await until(script, () => script.seen.filter(({ ended }) => ended).length >= Number(told))
    changed(script)
    response.setHeader('Content-Type', 'application/json')
    response.end(JSON.stringify(script.seen))
  }

  const server = createServer((request, response) => {
    request.on('error', () => {})
    // Any page may ask for anything, and see all headers.
    response.setHeader('Access-Control-Allow-Origin', '*')
    response.setHeader('Access-Control-Expose-Headers', '*')
    if (request.method === 'OPTIONS') {
      response.setHeader('Access-Control-Allow-Methods', '*')
      response.setHeader('Access-Control-Allow-Headers', request.headers['access-control-request-headers'] ?? '*')
      response.end()
      return
    }
    const [, verb = '', id = ''] = (request.url ?? '').split(/[/?]/)
    const answered = verb === 'at' ? serve(request, response, id) : control(request, response, verb, id)
    answered.catch(() => response.destroy())
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

const SLOWLY_MS = 5

/** `pauseMs`: how long to wait after each part of it. */
const bodyOf = async (request: IncomingMessage, pauseMs?: number): Promise<Buffer> => {
  const parts: Buffer[] = []
  for await (const part of request) {
    parts.push(part as Buffer)
    if (pauseMs !== undefined) await new Promise(resolve => setTimeout(resolve, pauseMs))
  }
  return Buffer.concat(parts)
}

const stringHeaders = (request: IncomingMessage): Record<string, string> =>
  Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]))

/** The fields and the file of a form. */
const formOf = async (request: IncomingMessage, body: Buffer): Promise<Pick<Seen, 'fields' | 'file'>> => {
  const form = await new Response(new Uint8Array(body), { headers: { 'Content-Type': request.headers['content-type'] ?? '' } }).formData()
  const fields: Record<string, string> = {}
  let file: Seen['file']
  for (const [field, value] of form) {
    if (typeof value === 'string') fields[field] = value
    else {
      const digest = createHash('sha256')
        .update(new Uint8Array(await value.arrayBuffer()))
        .digest('hex')
      file = { field, name: value.name, mime: value.type, size: value.size, digest }
    }
  }
  return { fields, ...(file !== undefined && { file }) }
}
