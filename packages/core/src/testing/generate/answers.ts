import type { ConversationId } from '../../model/ids.ts'
import type { ConversationEntry, Fact } from '../../protocol/fact.ts'
import { copyOf } from './naming.ts'
import type { Sender } from './sender.ts'
import type { Step } from './step.ts'
import { storedIn, timeNow, type Truth, mentionsOnServer, unreadOnServer, versionNow } from './truth.ts'
import { CONVERSATIONS, pick } from './world.ts'

type StepOf<Type extends Step['type']> = Extract<Step, { type: Type }>

/** This device asks for a stretch of a conversation. The backend answers of this moment; the answer may dawdle. */
export const askForPage = (truth: Truth, step: StepOf<'page'>, { by, after }: Sender): void => {
  const conversation = pick(CONVERSATIONS, step.conversation)
  if (conversation === undefined) return
  const stored = storedIn(truth, conversation)
  const end = Math.max(0, stored.length - step.back)
  const begin = Math.max(0, end - step.length - 1)
  const stretch = stored.slice(begin, end)
  const facts = stretch
    .filter(({ deleted }) => !deleted)
    .flatMap((message): readonly Fact[] => {
      const form = step.form === 'localId' ? 'full' : step.form
      const copies = message.copies.map(
        (_, which) => ({ type: 'message', origin: 'history', message: copyOf(message, form, which) }) as const,
      )
      if (!step.relations) return copies
      const { edited, recalled } = message
      return [
        ...(edited === undefined ? [] : [{ ...edited, origin: 'history' as const }]),
        ...copies,
        ...(recalled === undefined ? [] : [{ ...recalled, origin: 'history' as const }]),
      ]
    })
  const from = begin === 0 ? 'start' : (stretch[0]?.copies[0]?.position ?? 'start')
  const to = end === stored.length ? 'live' : (stretch.at(-1)?.copies[0]?.position ?? 'start')
  const request = truth.clock
  after(0, { type: 'request', request })
  if (to === 'start') return
  by(step.journey, { type: 'page', request, conversation, page: { facts, covers: { from, to } } })
}

/** This device asks for a few lines of the conversation list. */
export const askForList = (truth: Truth, step: StepOf<'list'>, { by, after }: Sender): void => {
  const asked = new Set([...Array(step.count + 1).keys()].flatMap(index => pick(CONVERSATIONS, step.conversation + index) ?? []))
  const request = truth.clock
  after(0, { type: 'request', request })
  by(step.journey, { type: 'entries', request, entries: [...asked].map(conversation => entryOf(truth, conversation, step.fields, true)) })
}

/** A line of the list. Each bit of `fields` lets one field be told. */
export const entryOf = (truth: Truth, conversation: ConversationId, fields: number, counted: boolean): ConversationEntry => {
  const stored = storedIn(truth, conversation).filter(({ deleted, content }) => !deleted && content.body.type !== 'command')
  const last = stored.at(-1)
  const position = last?.copies[0]?.position
  const mark = truth.myMark.get(conversation)
  const has = (bit: number): boolean => (fields >> bit) % 2 === 1
  const turn = truth.clock % 3
  return {
    id: conversation,
    ...(last !== undefined && (counted || has(7)) && { last: copyOf(last, 'full') }),
    ...(counted && {
      unread: {
        count: unreadOnServer(truth, conversation),
        ...(has(0) && { mentions: mentionsOnServer(truth, conversation) }),
        ...(has(6) && position !== undefined && { asOf: position }),
        ...(has(5) && mark !== undefined && { mark }),
      },
    }),
    ...(has(0) && { title: `called ${turn}`, activity: timeNow(truth) }),
    ...(has(1) && { pinned: turn, avatar: `https://example.org/${turn}.png` }),
    ...(has(2) && { silenced: turn === 0 }),
    ...(has(3) && { archived: turn === 1, members: turn + 2 }),
    ...(has(4) && { markedUnread: turn !== 2 }),
    ...versionNow(truth),
  }
}
