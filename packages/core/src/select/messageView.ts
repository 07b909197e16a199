import { besideOf, type Beside } from '../model/beside.ts'
import type { Body } from '../model/body.ts'
import type { Edited, Message } from '../model/message.ts'
import type { SendState } from '../model/sendState.ts'
import type { MessageRecord } from '../state/messageRecord.ts'
import { shownAt } from '../state/messageRecord.ts'
import { reactionsView } from './reactionsView.ts'

// One view as long as the world sees the same. Weak: a record that left the state takes its view along.
const views = new WeakMap<object, Message>()
const sent: SendState = /* @__PURE__ */ Object.freeze({ state: 'sent' })
const unreadable: Body = /* @__PURE__ */ Object.freeze({ type: 'unknown' })

/** A message as the world sees it. */
export const messageView = (record: MessageRecord): Message => {
  const known = views.get(record.face)
  if (known !== undefined) return known
  const view = viewOf(record)
  views.set(record.face, view)
  return view
}

/** Where one of my messages stands. Evidence in this order: a position, a refusal, an acceptance; the present attempt before all [SND10]. */
export const sendStateOf = (record: MessageRecord): SendState => {
  if (record.intent !== undefined) {
    const refused = record.refused?.localId === record.intent.message.localId ? record.refused : undefined
    return refused === undefined ? record.intent.send : { state: 'failed', error: refused.error }
  }
  if (record.position === undefined && record.refused !== undefined) return { state: 'failed', error: record.refused.error }
  return sent
}

/** What is said: my own pending edit, the newest edit, what I am sending, what came. */
const saidIn = (record: MessageRecord): Beside & { readonly body: Body } => {
  const { content, edit, intent, pending } = record
  const base = (intent?.edit === undefined ? intent?.message : { ...intent.message, body: intent.edit }) ?? content ?? { body: unreadable }
  const edited = edit === undefined ? base : { ...base, ...edit.value }
  return pending?.change === 'edit' && pending.error === undefined ? { ...edited, body: pending.body } : edited
}

const viewOf = (record: MessageRecord): Message => {
  const said = saidIn(record)
  const { ext, ...beside } = besideOf(said)
  const base = {
    key: record.key,
    ...(record.ids[0] !== undefined && { id: record.ids[0] }),
    ...(record.localId !== undefined && { localId: record.localId }),
    conversation: record.conversation,
    from: record.from,
    mine: record.mine,
    ...beside,
    sentAt: shownAt(record),
    ...(record.position !== undefined && { position: record.position }),
    ...(record.mine && { send: sendStateOf(record) }),
  }
  if (record.recall !== undefined) return { ...base, recalled: record.recall }
  const edited: Edited | undefined = record.edit && editedView(record.edit.value)
  const reactions = reactionsView(record)
  return {
    ...base,
    body: said.body,
    ...(ext !== undefined && { ext }),
    ...(edited && { edited }),
    ...(record.pending && { pending: record.pending }),
    ...(reactions && { reactions }),
  }
}

const editedView = ({ by, as, at }: Edited): Edited => ({ by, as, ...(at !== undefined && { at }) })
