import type { SdkHandler } from '../sdk/handler.ts'

/** The same handler, each event through `around`. */
export const guarded = (handler: SdkHandler, around: (event: string, run: () => void, payload: unknown) => void): SdkHandler =>
  Object.fromEntries(
    Object.entries(handler).map(([event, handle]) => [event, (payload?: unknown) => around(event, () => handle(payload), payload)]),
  )
