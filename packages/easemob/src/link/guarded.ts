import type { SdkHandler } from '../sdk/handler.ts'

/** The same handler, which never throws: what throws in one handler would keep the SDK's event from all others. */
export const guarded = (handler: SdkHandler, failed: (event: string, thrown: unknown) => void): SdkHandler =>
  Object.fromEntries(
    Object.entries(handler).map(([event, handle]) => [
      event,
      (payload?: unknown) => {
        try {
          handle(payload)
        } catch (thrown) {
          failed(event, thrown)
        }
      },
    ]),
  )
