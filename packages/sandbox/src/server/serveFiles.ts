import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Backend } from '../backend/backend.ts'

const raster = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif', 'image/bmp'])

export interface FileRoute {
  /** What a file's path begins with. */
  readonly prefix: string
  readonly backend: Backend
  readonly allows: (request: IncomingMessage) => boolean
}

/** Answers a request for an uploaded file; gives back whether it was one. */
export const createFileRoute =
  ({ prefix, backend, allows }: FileRoute) =>
  (request: IncomingMessage, response: ServerResponse): boolean => {
    const [path = ''] = (request.url ?? '').split('?')
    if (!path.startsWith(prefix)) return false
    const { origin } = request.headers
    response.setHeader('Vary', 'Origin')
    if (!allows(request)) return end(response, 403)
    if (origin !== undefined) response.setHeader('Access-Control-Allow-Origin', origin)
    if (request.method !== 'GET' && request.method !== 'HEAD') return end(response, 405)
    const id = decoded(path.slice(prefix.length))
    const file = id === undefined ? undefined : backend.file(id)
    if (file === undefined) return end(response, 404)
    const { bytes, mime, name } = file
    // Somebody else's bytes: shown only where a browser can do nothing with them but paint, never run, never guessed at.
    const type = /^[\w.+-]+\/[\w.+-]+$/.test(mime) ? mime.toLowerCase() : 'application/octet-stream'
    const disposition = raster.has(type) ? 'inline' : 'attachment'
    response.writeHead(200, {
      'Content-Type': type,
      'Content-Length': bytes.length,
      'Content-Disposition': `${disposition}; filename*=UTF-8''${escaped(name)}`,
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cross-Origin-Resource-Policy': 'cross-origin',
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, max-age=3600, immutable',
    })
    response.end(request.method === 'HEAD' ? undefined : bytes)
    return true
  }

const end = (response: ServerResponse, status: number): true => {
  response.writeHead(status, { 'Content-Length': 0, 'X-Content-Type-Options': 'nosniff' })
  response.end()
  return true
}

const decoded = (part: string): string | undefined => {
  try {
    return decodeURIComponent(part)
  } catch {
    return undefined
  }
}

/** For `filename*` of RFC 5987; a lone surrogate has no such form and becomes U+FFFD. */
const escaped = (name: string): string =>
  encodeURIComponent(Buffer.from(name).toString()).replace(/['()*]/g, char => `%${char.charCodeAt(0).toString(16)}`)
