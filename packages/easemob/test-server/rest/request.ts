import type { Json, JsonObject, UserId } from '@parlance/core'
import type { Actor, Hub } from '../hub/hub.ts'

/** A REST call of somebody who has shown a good token. */
export interface RestRequest {
  readonly hub: Hub
  readonly user: UserId
  /** The user, on the device that asks as far as that can be told. */
  readonly actor: Actor
  /** A named part of the path; the empty string if it has none of that name. */
  readonly param: (name: string) => string
  readonly query: URLSearchParams
  /** What was sent as JSON, or an empty object. */
  readonly json: JsonObject
  /** What was sent as a form, file and all. */
  readonly form: () => Promise<FormData>
  /** Where the organisation and the app begin: `http://host:port/org/app`. */
  readonly base: string
}

/** JSON; what every answer has beside it is added. */
export type RestReply = Readonly<Record<string, unknown>>
export type RestHandler = (request: RestRequest) => RestReply | Promise<RestReply>

export const text = (value: Json | undefined): string => (typeof value === 'string' ? value : typeof value === 'number' ? `${value}` : '')
export const number = (value: Json | undefined): number | undefined => (typeof value === 'number' ? value : undefined)
export const texts = (value: Json | undefined): readonly string[] =>
  Array.isArray(value) ? value.filter(one => typeof one === 'string') : typeof value === 'string' ? [value] : []
