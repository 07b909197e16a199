import type { Authority } from '../../model/message.ts'
import type { MessageRef } from '../../model/messageRef.ts'
import type { ReceiptTarget } from '../../protocol/fact.ts'
import { refTo } from './naming.ts'
import type { Sender } from './sender.ts'
import type { Step } from './step.ts'
import { type StoredMessage, storedIn, timeNow, type Truth, versionNow } from './truth.ts'
import { CONVERSATIONS, EMOJIS, pick, SELF, USERS } from './world.ts'

type StepOf<Type extends Step['type']> = Extract<Step, { type: Type }>

/** What a step is about: a message of its conversation or, where there is none, of any. */
const aimed = (truth: Truth, step: { readonly conversation: number; readonly back: number }): StoredMessage | undefined => {
  const conversation = pick(CONVERSATIONS, step.conversation)
  const there = truth.messages.filter(message => message.conversation === conversation)
  return pick([...(there.length > 0 ? there : truth.messages)].reverse(), step.back)
}

/** An edit or a recall; a stranger claims to be the author. */
export const changeMessage = (truth: Truth, step: StepOf<'edit' | 'recall'>, { by: send }: Sender): void => {
  const message = aimed(truth, step)
  if (message === undefined) return
  const others = USERS.filter(user => user !== message.from)
  const by = step.as === 'author' ? message.from : step.as === 'server' ? 'system' : (others[truth.clock % others.length] ?? SELF)
  const as: Authority = step.as === 'stranger' ? 'author' : step.as
  const claim = { target: refTo(truth.policy, message, step.naming, step.placed), by, as, ...(step.timed && { at: timeNow(truth) }) }
  const stands = step.as !== 'stranger'
  if (step.type === 'recall') {
    const fact = { type: 'recalled', origin: 'live', ...claim } as const
    if (stands) message.recalled ??= fact
    return send(step.journey, { type: 'fact', fact })
  }
  const body = { type: 'text', text: `edited at ${truth.clock}`, ...(truth.clock % 3 === 0 && { mentions: [SELF] }) } as const
  const fact = { type: 'edited', origin: 'live', ...claim, body, ...versionNow(truth) } as const
  if (stands) message.edited = fact
  send(step.journey, { type: 'fact', fact })
}

export const deleteMessage = (truth: Truth, step: StepOf<'delete'>, { by }: Sender): void => {
  const message = aimed(truth, step)
  const through = message?.copies[0]?.position
  if (message === undefined || through === undefined) return
  const { conversation } = message
  if (step.through) {
    for (const stored of storedIn(truth, conversation)) if (stored.copies.some(({ position }) => position <= through)) stored.deleted = true
    return by(step.journey, { type: 'fact', fact: { type: 'deleted', origin: 'live', conversation, target: { through } } })
  }
  message.deleted = true
  const target = { exactly: [refTo(truth.policy, message, step.naming, !step.placed)] }
  by(step.journey, { type: 'fact', fact: { type: 'deleted', origin: 'live', ...(step.placed && { conversation }), target } })
}

/** Somebody, maybe I, got or read something. */
export const mark = (truth: Truth, step: StepOf<'receipt'>, { by }: Sender): void => {
  const message = aimed(truth, step)
  const user = pick(USERS, step.user)
  if (message === undefined || user === undefined) return
  const { conversation } = message
  const ref = (placed: boolean): MessageRef => refTo(truth.policy, message, step.naming, placed)
  const position = message.copies[0]?.position ?? ''
  const before = storedIn(truth, conversation)[0] ?? message
  const targets: Record<typeof step.form, ReceiptTarget> = {
    upTo: { upTo: ref(!step.placed) },
    upToPosition: { upTo: { position } },
    upToBoth: { upTo: { ...ref(!step.placed), position } },
    exactly: { exactly: [ref(!step.placed), ...(truth.clock % 2 === 0 ? [refTo(truth.policy, before, 'id', true)] : [])] },
    whole: { whole: true },
    wholeThrough: { whole: true, through: position },
  }
  const target = targets[step.form]
  if (user === SELF && step.kind === 'read') {
    if ('exactly' in target) for (const one of truth.clock % 2 === 0 ? [message, before] : [message]) one.readByMe = true
    else if (position > (truth.myMark.get(conversation) ?? '')) truth.myMark.set(conversation, position)
  }
  const needsPlace = step.form === 'upToPosition' || 'whole' in target
  by(step.journey, {
    type: 'fact',
    fact: { type: 'receipt', origin: 'live', ...((step.placed || needsPlace) && { conversation }), user, kind: step.kind, target },
  })
}

/** The backend says how many have a message. */
export const countReaders = (truth: Truth, step: StepOf<'count'>, { by }: Sender): void => {
  const message = aimed(truth, step)
  if (message === undefined) return
  by(step.journey, {
    type: 'fact',
    fact: {
      type: 'readCount',
      origin: 'live',
      target: refTo(truth.policy, message, step.naming, step.placed),
      read: step.read,
      ...(step.delivered !== undefined && { delivered: step.delivered }),
      ...(step.of !== undefined && { of: step.of }),
    },
  })
}

/** Somebody puts an emoji to a message, or takes it away. */
export const react = (truth: Truth, step: StepOf<'react'>, { by }: Sender): void => {
  const message = aimed(truth, step)
  const [user, emoji] = [pick(USERS, step.user), pick(EMOJIS, step.emoji)]
  if (message === undefined || user === undefined || emoji === undefined) return
  const target = refTo(truth.policy, message, step.naming, step.placed)
  by(step.journey, {
    type: 'fact',
    fact: { type: 'reaction', origin: 'live', target, user, emoji, active: step.active, ...versionNow(truth) },
  })
}

/** Somebody pins a message for all, or unpins it. */
export const pin = (truth: Truth, step: StepOf<'pin'>, { by: send }: Sender): void => {
  const message = aimed(truth, step)
  const id = message?.copies[0]?.id
  const by = pick(USERS, step.user)
  if (message === undefined || id === undefined || by === undefined) return
  const { conversation } = message
  send(step.journey, {
    type: 'fact',
    fact: { type: 'pinned', origin: 'live', conversation, id, pinned: step.pinned, by, at: timeNow(truth), ...versionNow(truth) },
  })
}
