import type { MessageRef } from '@parlance/core'
import type { KnownMessages } from '../knownMessages.ts'
import { said } from '../said.ts'
import { needed } from '../sdk/needed.ts'
import { idOf } from '../sdk/raw.ts'

/** A message that an event names by its id, with its conversation if it has come by. */
export const refOf = (known: KnownMessages, value: unknown): MessageRef & { readonly id: string } => {
  const id = needed(idOf(value))
  return said({ id, conversation: known.find(id)?.conversation })
}
