import type { Ack, Body, ChatError, ConversationId, Fact, OutgoingMessage, ResumeToken, UserId } from '@parlance/core'
import type { Backend, RequestName, Requests } from '../backend.ts'

/** A device on a backend, without a network, that keeps what it is told. */
export interface TestDevice {
  readonly continuity: 'whole' | 'gap'
  /** Facts since the last `take`, in order; those missed before the attach come first. */
  take(): readonly Fact[]
  taken<Type extends Fact['type']>(type: Type): readonly (Fact & { readonly type: Type })[]
  readonly numbers: readonly number[]
  readonly token: ResumeToken
  readonly ended: ChatError | undefined
  request<Name extends RequestName>(name: Name, args: Requests[Name]['args']): Requests[Name]['answer']
  say(conversation: ConversationId, text: string, more?: Partial<OutgoingMessage>): Ack
  /** The code with which a request is refused. */
  refusal<Name extends RequestName>(name: Name, args: Requests[Name]['args']): ChatError
  detach(): void
}

export interface AttachOptions {
  readonly device?: string
  readonly credential?: string
  readonly resume?: ResumeToken
}

let said = 0

export const attachDevice = (backend: Backend, user: UserId, options: AttachOptions = {}): TestDevice => {
  const { device = 'phone', ...rest } = options
  let facts: Fact[] = []
  const numbers: number[] = []
  let ended: ChatError | undefined
  const keep = ({ number, fact }: { readonly number: number; readonly fact: Fact }): void => {
    numbers.push(number)
    facts.push(overTheWire(fact))
  }
  const live: { number: number; fact: Fact }[] = []
  let attached = false
  const session = backend.attach({
    user,
    device,
    ...rest,
    deliver: delivery => (attached ? keep(delivery) : void live.push(delivery)),
    ended(error) {
      ended = error
    },
  })
  for (const delivery of [...session.missed, ...live]) keep(delivery)
  attached = true

  const take = (): readonly Fact[] => {
    const taken = facts
    facts = []
    return taken
  }
  const request: TestDevice['request'] = (name, args) => overTheWire(session.request(name, overTheWire(args)))
  return {
    continuity: session.continuity,
    take,
    taken: type => take().filter((fact): fact is Fact & { readonly type: typeof type } => fact.type === type),
    numbers,
    get token() {
      return session.token(numbers.at(-1) ?? 0)
    },
    get ended() {
      return ended
    },
    request,
    say(conversation, text, more = {}) {
      const body: Body = { type: 'text', text }
      return request('send', { message: { conversation, localId: `${user}-${++said}`, body, ...more } })
    },
    refusal(name, args) {
      try {
        session.request(name, args)
      } catch (error) {
        return error as ChatError
      }
      throw new Error(`${name} was not refused.`)
    },
    detach: () => session.detach(),
  }
}

/** What is left of it as JSON: functions, sets and `undefined` would show. */
const overTheWire = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T

/** Texts of the messages among facts. */
export const texts = (facts: readonly Fact[]): readonly string[] =>
  facts.flatMap(fact => (fact.type === 'message' && fact.message.body.type === 'text' ? [fact.message.body.text] : []))
