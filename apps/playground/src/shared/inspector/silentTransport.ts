import type { Capabilities, Transport, UserId } from '@parlance/core'
import { chatError } from '@parlance/core'
import { NEVER } from 'rxjs'

/** A transport that says nothing and takes nothing: for a chat that only shows a state. */
export const silentTransport = (self: UserId, capabilities: Capabilities): Transport => {
  const refuse = (): Promise<never> => Promise.reject(chatError('offline'))
  return {
    name: 'silent',
    self,
    capabilities,
    newLocalId: () => crypto.randomUUID(),
    connect: () => NEVER,
    send: refuse,
    recall: refuse,
    markRead: refuse,
    history: refuse,
  }
}
