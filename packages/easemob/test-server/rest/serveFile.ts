import type { SandboxBackend } from '@parlance/sandbox'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { secretOf } from '../bodies/fileSecret.ts'

/** Gives an uploaded file to whoever knows its secret, or is somebody. */
export const serveFile = (
  backend: SandboxBackend,
  id: string,
  { headers }: IncomingMessage,
  query: URLSearchParams,
  response: ServerResponse,
  cors: Readonly<Record<string, string>>,
): void => {
  const file = backend.file(id)
  if (file === undefined) return void response.writeHead(404, cors).end()
  const secret = query.get('share-secret') ?? headers['share-secret']
  const bearer = headers.authorization?.replace(/^Bearer /, '')
  const known = secret === secretOf(`/chatfiles/${id}`) || backend.users().some(user => backend.token(user) === bearer)
  if (!known) return void response.writeHead(401, cors).end()
  response.writeHead(200, { 'Content-Type': file.mime, 'Content-Length': file.bytes.length, 'X-Content-Type-Options': 'nosniff', ...cors })
  response.end(file.bytes)
}
