import type { JsonObject } from '@parlance/core'
import type { IncomingMessage } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { isJsonObject, parseJson } from '../frames/json.ts'

export interface RestBody {
  readonly json: JsonObject
  readonly form: () => Promise<FormData>
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

/** What is no object has no names of its own: it goes by that of `list`. */
const objectIn = (json: string): JsonObject => {
  const value = parseJson(json)
  return isJsonObject(value) ? value : { list: value }
}
