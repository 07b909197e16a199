import type { Capabilities, ChatError, ResumeToken, UserId } from '@parlance/core'
import * as v from 'valibot'
import { capabilitiesSchema } from './capabilities.ts'
import { errorSchema } from './errors.ts'
import { countSchema, idSchema, timeSchema } from './ids.ts'
import { jsonSchema } from './json.ts'
import { MAX_WANTED } from './limits.ts'
import type { Schema } from './schema.ts'

/** A numbered frame: numbers go up by one, per direction; `ack` is the last number that came without a hole before it. */
export interface DataFrame {
  readonly t: 'data'
  readonly n: number
  readonly ack: number
  readonly data: unknown
}

/** Says "I am here" and how things stand: the last number sent, the last received without a hole, the numbers missed. */
export interface BeatFrame {
  readonly t: 'beat'
  readonly sent: number
  readonly ack: number
  readonly want?: readonly number[]
  /** Says "and you?": the other side answers with a `beat` of its own at once. */
  readonly answer?: true
}

/** The first word of a client, said again until it is answered. */
export interface HelloFrame {
  readonly t: 'hello'
  readonly v: number
  readonly user: UserId
  readonly token: string
  readonly device: string
  /** The session this client had last. */
  readonly session?: string
  /** The last number received in that session: the client has everything up to it and wants to go on from there. */
  readonly received?: number
  /** Where to start if the session can't be continued. */
  readonly resume?: ResumeToken
}

/** The server's answer to `hello`. */
export interface WelcomeFrame {
  readonly t: 'welcome'
  readonly session: string
  /** Whether numbers go on from `hello.received`; else they begin at 1. */
  readonly resumed: boolean
  /** Frames up to this number are from before: what they say of the link was said of an earlier one. */
  readonly since: number
  readonly capabilities: Capabilities
  readonly serverTime: number
  /** How often either side says `beat`, milliseconds. */
  readonly heartbeatMs: number
  /** Bytes a frame to this server may have. */
  readonly maxFrameBytes: number
}

/** The server's last word. */
export interface ByeFrame {
  readonly t: 'bye'
  readonly error: ChatError
}

/** A frame couldn't be read; it was left out. */
export interface FaultFrame {
  readonly t: 'fault'
  readonly error: ChatError
}

export type ClientFrame = HelloFrame | DataFrame | BeatFrame
export type ServerFrame = WelcomeFrame | ByeFrame | FaultFrame | DataFrame | BeatFrame

const data = v.object({ t: v.literal('data'), n: v.pipe(countSchema, v.minValue(1)), ack: countSchema, data: v.unknown() })
const beat = v.object({
  t: v.literal('beat'),
  sent: countSchema,
  ack: countSchema,
  want: v.exactOptional(v.pipe(v.array(countSchema), v.maxLength(MAX_WANTED))),
  answer: v.exactOptional(v.literal(true)),
})

export const clientFrameSchema: Schema<ClientFrame> = v.variant('t', [
  v.object({
    t: v.literal('hello'),
    v: countSchema,
    user: idSchema,
    token: v.string(),
    device: idSchema,
    session: v.exactOptional(idSchema),
    received: v.exactOptional(countSchema),
    resume: v.exactOptional(jsonSchema),
  }),
  data,
  beat,
])

export const serverFrameSchema: Schema<ServerFrame> = v.variant('t', [
  v.object({
    t: v.literal('welcome'),
    session: idSchema,
    resumed: v.boolean(),
    since: countSchema,
    capabilities: capabilitiesSchema,
    serverTime: timeSchema,
    heartbeatMs: v.pipe(countSchema, v.minValue(1)),
    maxFrameBytes: countSchema,
  }),
  v.object({ t: v.literal('bye'), error: errorSchema }),
  v.object({ t: v.literal('fault'), error: errorSchema }),
  data,
  beat,
])
