import type { Outcome } from '../model/outcome.ts'
import type { SendIntent } from '../protocol/intent.ts'
import type { Ack } from '../protocol/remoteMessage.ts'
import { ask } from './ask.ts'
import type { FlowContext } from './flowContext.ts'
import { outgoing } from './outgoing.ts'

/** Hands a message to the transport, once. `late` takes an ack that came after the time was up: it still proves that the message is stored. */
export const sendAttempt = (
  context: FlowContext,
  session: AbortSignal,
  intent: SendIntent,
  late: (ack: Ack) => void,
): Promise<Outcome<Ack>> => ask(context, op => context.transport.send(outgoing(intent.message), op), { session, late })
