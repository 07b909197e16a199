import { chatError } from '../model/error.ts'
import type { ConversationSettings } from '../model/conversation.ts'
import type { ConversationId } from '../model/ids.ts'
import { done, failed, type Outcome } from '../model/outcome.ts'
import { ask } from './ask.ts'
import type { FlowContext } from './flowContext.ts'

export interface Settings {
  readonly set: (conversation: ConversationId, change: ConversationSettings) => Promise<Outcome>
}

type SettingName = keyof ConversationSettings

/** What I change about conversations for myself: shown at once, kept where the backend can, and here where it can't. */
export const createSettings = (context: FlowContext, signal: () => AbortSignal): Settings => {
  const { reader, sink, ingress, transport } = context
  /** What is on its way, oldest first: asked one after the other, so that the last one stands. */
  const pending = new Map<ConversationId, readonly { readonly change: ConversationSettings; readonly outcome: Promise<Outcome> }[]>()

  const confirm = (conversation: ConversationId, change: ConversationSettings): void => {
    ingress.fact({ type: 'conversation', origin: 'echo', entry: { id: conversation, ...change } })
    ingress.flush()
  }

  const show = (conversation: ConversationId): void => {
    const changes = (pending.get(conversation) ?? []).map(({ change }) => change)
    const settings = changes.length === 0 ? undefined : changes.reduce((all, change) => ({ ...all, ...change }))
    sink.change({ type: 'settings', conversation, settings })
  }

  const setThere = async (
    conversation: ConversationId,
    change: ConversationSettings,
    before: Promise<unknown>,
  ): Promise<Outcome<unknown>> => {
    await before
    const there = transport.setConversation?.bind(transport)
    if (there === undefined) return done
    if (reader.connection.state !== 'online') return failed(chatError('offline'))
    const until = signal()
    const answer = await ask(context, op => there(conversation, change, op), { signal: until })
    return until.aborted ? failed(chatError('cancelled', { effect: 'maybe' })) : answer
  }

  const push = (conversation: ConversationId, change: ConversationSettings): Promise<Outcome> => {
    const before = pending.get(conversation) ?? []
    const outcome = setThere(conversation, change, before.at(-1)?.outcome ?? Promise.resolve()).then(answer => {
      if (context.disposed.aborted) return failed(chatError('cancelled'))
      const rest = (pending.get(conversation) ?? []).filter(other => other.change !== change)
      if (rest.length === 0) pending.delete(conversation)
      else pending.set(conversation, rest)
      if (answer.ok) confirm(conversation, { ...change, ...rankIn(answer.value) })
      show(conversation)
      return answer.ok ? done : answer
    })
    pending.set(conversation, [...before, { change, outcome }])
    show(conversation)
    return outcome
  }

  return {
    set: (conversation, change) => {
      const keeps = (name: SettingName): boolean =>
        transport.setConversation !== undefined && context.capabilities().settings.includes(name)
      const local = part(change, name => !keeps(name))
      const remote = part(change, keeps)
      if (Object.keys(local).length > 0) confirm(conversation, local)
      return Object.keys(remote).length > 0 ? push(conversation, remote) : Promise.resolve(done)
    },
  }
}

/** The rank that a backend keeps instead of the one that was asked for, if it says so. */
const rankIn = (answer: unknown): ConversationSettings =>
  typeof answer === 'object' && answer !== null && 'pinned' in answer && typeof answer.pinned === 'number' && Number.isFinite(answer.pinned)
    ? { pinned: answer.pinned }
    : {}

const part = (
  { pinned, silenced, archived, markedUnread }: ConversationSettings,
  has: (name: SettingName) => boolean,
): ConversationSettings => ({
  ...(pinned !== undefined && has('pinned') && { pinned }),
  ...(silenced !== undefined && has('silenced') && { silenced }),
  ...(archived !== undefined && has('archived') && { archived }),
  ...(markedUnread !== undefined && has('markedUnread') && { markedUnread }),
})
