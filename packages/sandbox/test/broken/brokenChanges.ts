import { chatError } from '@parlance/core'
import { commands, facts, swallowing } from '../bend.ts'
import type { Broken } from './broken.ts'
import { missing, remembering } from './broken.ts'

export const brokenChanges: readonly Broken[] = [
  {
    fault: 'tells changes as the server’s',
    bend: facts(fact => [fact.type === 'recalled' || fact.type === 'edited' ? { ...fact, by: 'server', as: 'server' } : fact]),
    caught: ['a recall by its author reaches', 'an edit by its author reaches'],
  },
  {
    fault: 'tells no recalls',
    bend: facts(fact => (fact.type === 'recalled' ? [] : [fact])),
    caught: [
      'a recall by its author reaches',
      'what was recalled can be read by nobody',
      'history tells of recalls',
      'a recall may name',
      'a recall after the window',
    ],
  },
  {
    fault: 'knows the id only of what is recalled',
    bend: straight => ({
      async recall(target, op) {
        if (target.id === undefined) throw chatError('notFound')
        return straight.recall(target, op)
      },
    }),
    caught: ['a recall may name the message by its localId alone'],
  },
  {
    fault: 'refuses a second recall as a stranger’s',
    bend: remembering(
      () => new Set<string | undefined>(),
      recalled => straight => ({
        async recall(target, op) {
          if (recalled.has(target.id)) throw chatError('forbidden')
          const ack = await straight.recall(target, op)
          recalled.add(target.id)
          return ack
        },
      }),
    ),
    caught: ['a recall again is taken'],
  },
  {
    fault: 'tells no edits',
    bend: facts(fact => (fact.type === 'edited' ? [] : [fact])),
    caught: ['an edit by its author reaches', 'history tells of edits', 'the ack of an edit carries'],
  },
  {
    fault: 'gives every edit the same version',
    bend: facts(fact => [fact.type === 'edited' ? { ...fact, version: '1' } : fact]),
    caught: ['an edit by its author reaches', 'the ack of an edit carries'],
  },
  {
    fault: 'acks edits without their version',
    bend: commands(
      async asked => {
        await asked
        return {}
      },
      ['edit'],
    ),
    caught: ['the ack of an edit carries'],
  },
  {
    fault: 'tells no deletions',
    bend: facts(fact => (fact.type === 'deleted' ? [] : [fact])),
    caught: ['a message that I delete goes', 'history tells of deletions'],
  },
  {
    fault: 'loses deletions',
    bend: () => ({ delete: () => Promise.resolve({}) }),
    caught: ['a message that I delete goes', 'history tells of deletions', 'deleting in a group where one isn’t'],
  },
  {
    fault: 'says of everything refused that it is done',
    bend: swallowing(['forbidden', 'notMember', 'blocked', 'notFound', 'invalid', 'groupNotFound', 'recallTooLate', 'editTooLate']),
    caught: [
      'who isn’t in the group is refused',
      'who didn’t write the message is refused',
      'after the window is refused',
      'of what isn’t there',
      'can’t send to it',
      'can’t mark in it',
      'can’t upload to it',
      'who is blocked hears so',
      'readers of a message in a group where one isn’t',
      'deleting in a group where one isn’t',
      'refused send leaves the others alone',
      'asks for nonsense',
      'who joins a room',
    ],
  },
  {
    fault: 'recalls what came too late',
    bend: straight => ({ recall: (target, op) => straight.recall(target, op).catch(() => straight.delete?.(target, op) ?? missing()) }),
    caught: ['a recall after the window'],
  },
]
