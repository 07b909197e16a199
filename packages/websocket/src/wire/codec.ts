import type { Outcome, ResumeToken } from '@parlance/core'
import { chatError } from '@parlance/core'
import type { ClientFrame, ServerFrame } from './frames.ts'
import { clientFrameSchema, serverFrameSchema } from './frames.ts'
import type { ClientPayload, ServerPayload } from './payloads.ts'
import type { Schema } from './schema.ts'
import { read } from './schema.ts'
import { isLonger } from './utf8Length.ts'

/** A frame without a number, as text. */
export const encodeFrame = (frame: ClientFrame | ServerFrame): string => JSON.stringify(frame)

/** What goes into a numbered frame, as text: made once, however often the frame is sent. Throws what `JSON.stringify` throws. */
export const encodePayload = (payload: ClientPayload | ServerPayload): string => JSON.stringify(payload)

/** The payload `facts`, of facts that are text already. */
export const encodeFacts = (facts: readonly string[], token: ResumeToken | undefined): string =>
  `{"t":"facts","facts":[${facts.join(',')}]${token === undefined ? '' : `,"token":${JSON.stringify(token)}`}}`

/** A numbered frame around a payload. */
export const encodeData = (n: number, ack: number, payload: string): string => `{"t":"data","n":${n},"ack":${ack},"data":${payload}}`

/** Most characters that `encodeData` puts around a payload. */
export const DATA_OVERHEAD = 64

/** A frame as a server gets it. Never throws: `tooLarge` before it is parsed, `protocol` if it can't be read. */
export const decodeClientFrame = (text: string, maxBytes: number): Outcome<ClientFrame> => decode(clientFrameSchema, text, maxBytes)

/** A frame as a client gets it. Never throws: `tooLarge` before it is parsed, `protocol` if it can't be read. */
export const decodeServerFrame = (text: string, maxBytes: number): Outcome<ServerFrame> => decode(serverFrameSchema, text, maxBytes)

const decode = <T>(schema: Schema<T>, text: string, maxBytes: number): Outcome<T> => {
  if (isLonger(text, maxBytes)) {
    return { ok: false, error: chatError('tooLarge', { limit: maxBytes, message: `A frame may have ${maxBytes} bytes.` }) }
  }
  let raw: unknown
  try {
    raw = JSON.parse(text)
  } catch {
    return { ok: false, error: chatError('protocol', { message: 'A frame that is not JSON was left out.' }) }
  }
  return read(schema, raw)
}
