import { isChatError } from '../../model/error.ts'
import { isConversationId } from '../../model/ids.ts'
import type { Fact } from '../../protocol/fact.ts'
import type { RemoteMessage } from '../../protocol/remoteMessage.ts'
import type { TransportEvent } from '../../protocol/transport.ts'

/** What is wrong with an event by itself, in sentences: names that are missing or empty, errors that are none. */
export const faultsOfEvent = (event: TransportEvent): readonly string[] => {
  switch (event.type) {
    case 'synced':
      return event.conversations?.length === 0 ? ['synced names no conversation: an empty list would say that nothing has a gap.'] : []
    case 'closed':
    case 'fault':
      return isChatError(event.error) ? [] : [`${event.type} carries no ChatError.`]
    case 'link':
    case 'capabilities':
    case 'checkpoint':
      return []
    default:
      return faultsOfFact(event)
  }
}

const faultsOfFact = (fact: Fact): readonly string[] => {
  if (fact.type === 'message') return faultsOfMessage(fact.message)
  if (fact.type === 'conversation') return fact.entry.last === undefined ? [] : faultsOfMessage(fact.entry.last)
  if (fact.type === 'edited' || fact.type === 'recalled' || fact.type === 'readCount' || fact.type === 'reaction') {
    return isNamed(fact.target) ? [] : [`${fact.type} names no message.`]
  }
  if (fact.type === 'pinned') return fact.id === '' ? ['pinned names no message.'] : []
  return []
}

const faultsOfMessage = (message: RemoteMessage): readonly string[] => {
  const { conversation, from, position } = message
  const known: boolean = isConversationId(conversation)
  return [
    ...(isNamed(message) ? [] : ['A message has neither id nor localId.']),
    ...(from === '' ? ['A message comes from nobody.'] : []),
    ...(known ? [] : [`${conversation} is no conversation.`]),
    ...(position === '' ? ['A position is empty.'] : []),
  ]
}

const isNamed = ({ id = '', localId = '' }: { readonly id?: string; readonly localId?: string }): boolean => id !== '' || localId !== ''
