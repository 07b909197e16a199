import { chatError } from '../model/error.ts'
import { failed, type Outcome } from '../model/outcome.ts'
import type { Op } from '../protocol/transport.ts'
import type { PartContext } from '../part.ts'

/** Asks a facet of the transport for something: `unsupported` where it is absent or not declared. */
export const askFor = <Facet, T>(
  { ask }: Pick<PartContext, 'ask'>,
  facet: Facet | undefined,
  declared: boolean | undefined,
  run: (facet: Facet, op: Op) => Promise<T>,
): Promise<Outcome<T>> =>
  facet === undefined || declared !== true
    ? Promise.resolve(failed(chatError('unsupported', { message: "This backend can't do that." })))
    : ask(op => run(facet, op))
