import type { UserId } from '@parlance/core'
import { chatError, isChatError } from '@parlance/core'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Actor, Hub } from '../hub/hub.ts'
import { restError } from '../refusals/restError.ts'
import { readBody } from './readBody.ts'
import type { RestReply } from './request.ts'
import { matchRoute } from './route.ts'
import { routes } from './routes.ts'
import { issueToken } from './routes/token.ts'
import { serveFile } from './serveFile.ts'

/** Pages of any origin may ask: the token says who they are. */
const cors = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Methods': 'GET, POST, PUT, DELETE, OPTIONS',
  'Access-Control-Allow-Headers': '*, Authorization',
}

/** Answers a REST call. The path begins with the organisation and the app, whatever they are. */
export const serveRest = async (hub: Hub, base: string, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const { method = 'GET', url = '/' } = request
  if (method === 'OPTIONS') {
    response.writeHead(204, cors).end()
    return
  }
  const { pathname, searchParams } = new URL(url, base)
  const [org = '', app = '', ...rest] = pathname.slice(1).split('/')
  const path = rest.join('/')
  if (method === 'GET' && rest[0] === 'chatfiles') return void serveFile(hub.backend, rest[1] ?? '', request, searchParams, response, cors)
  const answer = (status: number, reply: RestReply): void => {
    const whole = {
      action: method.toLowerCase(),
      organization: org,
      applicationName: app,
      uri: `${base}${pathname}`,
      entities: [],
      ...reply,
    }
    response
      .writeHead(status, { 'Content-Type': 'application/json', ...cors })
      .end(JSON.stringify({ ...whole, timestamp: hub.backend.now() }))
  }
  try {
    const body = await readBody(request)
    if (path === 'token') return void answer(200, issueToken(hub, body.json))
    const user = userOf(hub, request)
    const found = matchRoute(routes, method, path)
    if (found === undefined) throw chatError('unsupported')
    const reply = await found.handler({
      hub,
      user,
      actor: actorOf(hub, user, searchParams.get('resource')),
      param: name => found.params.get(name) ?? '',
      query: searchParams,
      json: body.json,
      form: body.form,
      base: `${base}/${org}/${app}`,
    })
    answer(200, reply)
  } catch (thrown) {
    if (!isChatError(thrown)) throw thrown
    const { status, ...told } = restError(thrown, /reaction|user_channel|acks|message/.test(path) ? 'message' : 'user')
    answer(status, told)
  }
}

const userOf = ({ backend }: Hub, { headers }: IncomingMessage): UserId => {
  const token = headers.authorization?.replace(/^Bearer /, '')
  const user = backend.users().find(known => backend.token(known) === token)
  if (user === undefined) throw chatError('authRejected')
  return user
}

/** The device that asks: the one it names, or else the only one there is. */
const actorOf = (hub: Hub, user: UserId, resource: string | null): Actor => {
  const linked = hub.devices(user).filter(({ link }) => link !== undefined)
  const device = resource === null ? (linked.length === 1 ? linked[0] : undefined) : linked.find(one => one.resource === resource)
  return { user, device }
}
