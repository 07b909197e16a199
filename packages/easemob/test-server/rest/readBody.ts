import type { JsonObject } from '@parlance/core'
import type { IncomingMessage } from 'node:http'
import { buffer } from 'node:stream/consumers'

export interface RestBody {
  readonly json: JsonObject
  form(): Promise<FormData>
}

/** What came with a request, as whatever it is read as. */
export const readBody = async (request: IncomingMessage): Promise<RestBody> => {
  const bytes = await buffer(request)
  const type = request.headers['content-type'] ?? ''
  return {
    json: type.includes('json') && bytes.length > 0 ? objectIn(bytes.toString()) : {},
    form: () => new Response(new Uint8Array(bytes), { headers: { 'Content-Type': type } }).formData(),
  }
}

/** A list goes by the name of `list`: what is no object has no names of its own. */
const objectIn = (json: string): JsonObject => {
  const value: JsonObject | readonly string[] = JSON.parse(json)
  return isList(value) ? { list: value } : value
}

const isList = (value: JsonObject | readonly string[]): value is readonly string[] => Array.isArray(value)
