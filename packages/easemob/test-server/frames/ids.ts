import type { MessageId } from '@parlance/core'

/** Beyond what a JavaScript number can hold, as Easemob's are. */
const FIRST_MESSAGE = 1_300_000_000_000_000_000n
const FIRST_EVENT = 1_400_000_000_000_000_000n

/** A message's id as the backend has it, as a 64 bit number. The order stays. */
export const toWireId = (id: MessageId): string => (FIRST_MESSAGE + BigInt(id.replace(/^m/, ''))).toString()

export const fromWireId = (wireId: string): MessageId => {
  const number = /^\d+$/.test(wireId) ? BigInt(wireId) - FIRST_MESSAGE : -1n
  return `m${number}`
}

/** Numbers for what is no message: each once, and growing. */
export const createEventIds = (): (() => string) => {
  let next = FIRST_EVENT
  return () => (next++).toString()
}
