import { bodies, commands, messages } from '../bend.ts'
import type { Broken } from './broken.ts'
import { missing } from './broken.ts'

const uploaded = (change: object): Broken['bend'] => commands(async asked => ({ ...((await asked) as object), ...change }), ['upload'])

/** Names, files and rooms. */
export const brokenNames: readonly Broken[] = [
  { fault: 'has no name', bend: () => ({ name: '' }), caught: ['the name and the user of a transport'] },
  { fault: 'is somebody else’s', bend: () => ({ self: 'somebody' }), caught: ['the name and the user of a transport'] },
  {
    fault: 'spells canonically once more each time',
    bend: () => ({ canonical: id => `${id}.` }),
    caught: ['canonical, where there is one'],
  },
  {
    fault: 'forgets a capability',
    bend: straight => {
      const { ids: _, ...capabilities } = straight.capabilities
      return { capabilities: capabilities as typeof straight.capabilities }
    },
    caught: ['capabilities are complete', 'declares what its author does'],
  },
  {
    fault: 'has ids as keys of objects',
    bend: messages(message => ({ ...message, from: message.from in {} ? '[object Object]' : message.from })),
    caught: ['__proto__ is a legal name', 'constructor is a legal name', 'toString is a legal name'],
  },
  {
    fault: 'spells ids in ASCII',
    bend: messages(message => ({ ...message, from: message.from.replace(/[^\x20-\x7e]/g, '?') })),
    caught: ['😀🏳️‍🌈 is a legal name', 'é is a legal name'],
  },
  {
    fault: 'cuts ids at what it takes for separators',
    bend: messages(message => ({ ...message, from: message.from.split(/[:/]/)[0] ?? '' })),
    caught: ['d%20e is a legal name'],
  },
  { fault: 'tells sizes that aren’t so', bend: uploaded({ size: 1 }), caught: ['makes the round trip'] },
  { fault: 'tells digests that aren’t so', bend: uploaded({ digest: '0'.repeat(64) }), caught: ['makes the round trip'] },
  {
    fault: 'stores other bytes',
    bend: straight => ({
      upload: (request, op) => straight.upload?.({ ...request, file: new Blob([new Uint8Array(request.file.size)]) }, op) ?? missing(),
    }),
    caught: ['a file of 600000 bytes'],
  },
  {
    fault: 'has progress go backward',
    bend: straight => ({
      upload: (request, { onProgress, ...op } = {}) =>
        straight.upload?.(request, { ...op, onProgress: share => onProgress?.(1 - share) }) ?? missing(),
    }),
    caught: ['a file of 600000 bytes'],
  },
  {
    fault: 'hands pictures on without their URL',
    bend: bodies(body => (body.type === 'image' ? { ...body, attachment: { name: body.attachment.name, mime: 'x/y', size: 0 } } : body)),
    caught: ['makes the round trip'],
  },
  { fault: 'enters no room', bend: () => ({ join: () => Promise.resolve() }), caught: ['who joins a room', 'who leaves a room'] },
  { fault: 'leaves no room', bend: () => ({ leave: () => Promise.resolve() }), caught: ['who leaves a room'] },
]
