import type { ChatError, ConversationId, Fact, ResumeToken, TransportEvent, UserId } from '@parlance/core'
import { isChatError } from '@parlance/core'
import type { TestClock } from '@parlance/core/testing'
import type { SessionTransport } from '@parlance/websocket'
import type { Subscription } from 'rxjs'
import type { Sandbox, SandboxTransportOptions } from '../createSandbox.ts'

/** A client without a core: keeps what comes, and opens its link again from the last checkpoint as a core would. */
export interface TestClient {
  readonly transport: SessionTransport
  readonly events: TransportEvent[]
  readonly errors: ChatError[]
  /** Texts of the messages that came, in order, doubles included. */
  texts(): readonly string[]
  facts<Type extends Fact['type']>(type: Type): readonly (Fact & { readonly type: Type })[]
  continuities(): readonly string[]
  say(conversation: ConversationId, text: string, localId?: string): Promise<string | undefined>
  connect(): void
  stop(): void
}

const REOPEN_MS = 200

export const testClient = (sandbox: Sandbox, clock: TestClock, user: UserId, options?: SandboxTransportOptions): TestClient => {
  const transport = sandbox.transport(user, options)
  const events: TransportEvent[] = []
  const errors: ChatError[] = []
  let token: ResumeToken | undefined
  let subscription: Subscription | undefined
  let stopped = false

  const connect = (): void => {
    subscription = transport.connect(token === undefined ? {} : { resume: token }).subscribe({
      next(event) {
        if (event.type === 'checkpoint') token = event.token
        else events.push(event)
      },
      error(error) {
        if (!isChatError(error)) throw error
        errors.push(error)
        clock.setTimeout(() => {
          if (!stopped) connect()
        }, REOPEN_MS)
      },
    })
  }
  connect()

  return {
    transport,
    events,
    errors,
    texts: () => events.flatMap(event => (event.type === 'message' && event.message.body.type === 'text' ? [event.message.body.text] : [])),
    facts: type => events.filter((event): event is Fact & { readonly type: typeof type } => event.type === type),
    continuities: () => events.flatMap(event => (event.type === 'synced' ? [event.continuity] : [])),
    async say(conversation, text, localId = transport.newLocalId()) {
      const ack = await transport.send({ conversation, localId, body: { type: 'text', text } })
      return ack.id
    },
    connect,
    stop() {
      stopped = true
      subscription?.unsubscribe()
    },
  }
}
