import type { RestHandler } from './request.ts'

/** A path after the organisation and the app, with `:names` for what differs. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly path: string
  readonly handler: RestHandler
}

export interface Match {
  readonly handler: RestHandler
  readonly params: ReadonlyMap<string, string>
}

/** The first route that fits. */
export const matchRoute = (routes: readonly Route[], method: string, path: string): Match | undefined => {
  const parts = path.split('/')
  for (const route of routes) {
    if (route.method !== method.toUpperCase()) continue
    const params = paramsOf(route.path.split('/'), parts)
    if (params !== undefined) return { handler: route.handler, params }
  }
  return undefined
}

const paramsOf = (pattern: readonly string[], parts: readonly string[]): ReadonlyMap<string, string> | undefined => {
  if (pattern.length !== parts.length) return undefined
  const params = new Map<string, string>()
  for (const [index, part] of pattern.entries()) {
    const given = parts[index] ?? ''
    if (part.startsWith(':')) params.set(part.slice(1), decodeURIComponent(given))
    else if (part !== given) return undefined
  }
  return params
}
