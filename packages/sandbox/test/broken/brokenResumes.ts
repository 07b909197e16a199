import type { ResumeToken, TransportEvent } from '@parlance/core'
import { events, links, without } from '../bend.ts'
import type { Broken } from './broken.ts'
import { remembering } from './broken.ts'

const isMessage = (event: TransportEvent): boolean => event.type === 'message'
const isCaughtUp = (event: TransportEvent): boolean => 'origin' in event && event.origin === 'catchup'

export const brokenResumes: readonly Broken[] = [
  {
    fault: 'ignores its resume token',
    bend: links((_, through) => through({}, null)),
    caught: ['from a token on', 'that were missed come along'],
  },
  {
    fault: 'goes on from its first token for ever',
    bend: remembering(
      () => ({ token: undefined as ResumeToken | undefined }),
      memory =>
        links((_, through, resume) => {
          memory.token ??= resume
          return through({}, memory.token)
        }),
    ),
    caught: ['a receiver’s link cut at any point'],
  },
  {
    fault: 'forgets what was missed',
    bend: without(isCaughtUp),
    caught: [
      'from a token on',
      'a device that was restarted',
      'an old token brings',
      'a token from before',
      'while a credential is renewed',
    ],
  },
  {
    fault: 'forgets what was missed but messages',
    bend: without(event => isCaughtUp(event) && !isMessage(event)),
    caught: ['that were missed come along'],
  },
  {
    fault: 'tells what was missed as if it were live',
    bend: events(event => [event.type === 'message' ? { ...event, origin: 'live' } : event]),
    caught: ['from a token on'],
  },
  {
    fault: 'tells what was missed after synced',
    bend: remembering(
      () => ({ late: [] as TransportEvent[] }),
      memory =>
        events(event => {
          if (isMessage(event) && isCaughtUp(event)) {
            memory.late.push(event)
            return []
          }
          return event.type === 'synced' ? [event, ...memory.late.splice(0)] : [event]
        }),
    ),
    caught: ['from a token on', 'an old token brings'],
  },
  {
    fault: 'gives tokens that are no JSON',
    bend: events(event => [event.type === 'checkpoint' ? { ...event, token: new Map([[1, event.token]]) as never } : event]),
    caught: ['from a token on', 'a device that was restarted'],
  },
]
