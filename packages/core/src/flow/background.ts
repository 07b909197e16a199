import { asChatError } from '../model/error.ts'
import type { FactSink } from '../protocol/factSink.ts'

/** Runs what nobody waits for: a fault in it is reported, and is no unhandled rejection. */
export const background = (sink: FactSink, run: () => Promise<void>): void => {
  run().catch((thrown: unknown) => sink.report(asChatError(thrown, 'internal')))
}
