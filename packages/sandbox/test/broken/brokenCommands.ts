import type { Op } from '@parlance/core'
import { chatError, isChatError } from '@parlance/core'
import type { Bend } from '../bend.ts'
import { commands, rejecting } from '../bend.ts'
import type { Broken } from './broken.ts'
import { missing } from './broken.ts'

const withOp =
  (change: (op: Op) => Op): Bend =>
  straight => ({
    send: (message, op = {}) => straight.send(message, change(op)),
    history: (query, op = {}) => straight.history(query, change(op)),
    upload: (request, op = {}) => straight.upload?.(request, change(op)) ?? missing(),
  })

export const brokenCommands: readonly Broken[] = [
  {
    fault: 'rejects with errors of another kind',
    bend: rejecting(thrown => new Error(String(thrown))),
    caught: ['every command without a link', 'asks for nonsense', 'can’t read its history', 'a link cut at any point of a send'],
  },
  {
    fault: 'has one code for everything',
    bend: rejecting(thrown => (isChatError(thrown) ? chatError('unknown', { effect: thrown.effect }) : thrown)),
    caught: [
      'can’t send to it',
      'can’t read its history',
      'can’t upload to it',
      'who is blocked hears so',
      'refused send leaves the others alone',
      'around a message that isn’t there',
      'a cursor of another kind',
      'a recall of what isn’t there',
      'an edit of what isn’t there',
      'after the window',
      'who didn’t write the message',
    ],
  },
  {
    fault: 'never says that something may have been done',
    bend: rejecting(thrown => (isChatError(thrown) ? chatError(thrown.code, { effect: 'none' }) : thrown)),
    caught: ['a link cut at any point of a send', 'aborted on its way', 'isn’t answered in time', 'settles when its link is unsubscribed'],
  },
  {
    fault: 'always says that it was done',
    bend: rejecting(thrown => (isChatError(thrown) ? chatError(thrown.code, { effect: 'done' }) : thrown)),
    caught: [
      'connect is cold',
      'can’t send to it',
      'nobody answers rejects with timeout',
      'aborted before it began',
      'a message above maxMessageBytes',
    ],
  },
  {
    fault: 'leaves commands without an answer',
    bend: commands(asked => asked.catch(() => new Promise(() => {})), ['send', 'history', 'recall', 'markRead', 'upload']),
    caught: ['every command without a link', 'commands given while a link is cut', 'settles when its link is unsubscribed'],
  },
  {
    fault: 'throws instead of rejecting',
    bend: straight => ({
      recall(target, op) {
        if (target.id === undefined && target.localId === undefined) throw chatError('invalid')
        return straight.recall(target, op)
      },
    }),
    caught: ['asks for nonsense'],
  },
  {
    fault: 'ignores abort',
    bend: withOp(({ signal: _, ...op }) => op),
    caught: ['aborted before it began', 'an upload that is aborted'],
  },
  {
    fault: 'ignores how much time there is',
    bend: withOp(({ timeoutMs: _, ...op }) => op),
    caught: ['nobody answers rejects with timeout'],
  },
  {
    fault: 'takes every signal for an abort',
    bend: withOp(({ signal, ...op }) => (signal === undefined ? op : { ...op, signal: AbortSignal.abort() })),
    caught: ['has time enough changes nothing'],
  },
]
