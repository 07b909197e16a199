import type { Body } from '@parlance/core'
import { bodies } from '../bend.ts'
import type { Broken } from './broken.ts'

/** What an older version makes of what it doesn't know. */
const unknown = (body: Body): Body => ({ type: 'unknown', original: JSON.parse(JSON.stringify(body)) })

export const brokenBodies: readonly Broken[] = [
  {
    fault: 'knows no places',
    bend: bodies(body => (body.type === 'location' ? unknown(body) : body)),
    caught: ['a place comes out', 'a place at the end of the world'],
  },
  {
    fault: 'takes pictures on the web for files',
    bend: bodies(body =>
      body.type === 'urlImage' ? { type: 'file', attachment: { name: body.name ?? '', mime: 'image/*', size: 0, url: body.url } } : body,
    ),
    caught: ['a picture on the web'],
  },
  {
    fault: 'takes sounds and films for files',
    bend: bodies(body => (body.type === 'audio' || body.type === 'video' ? { type: 'file', attachment: body.attachment } : body)),
    caught: ['a sound comes out', 'a film comes out'],
  },
  {
    fault: 'drops thumbnails',
    bend: bodies(body => {
      if (body.type !== 'image' && body.type !== 'video') return body
      const { thumbnail: _, ...rest } = body
      return rest
    }),
    caught: ['a picture comes out', 'a film comes out'],
  },
  {
    fault: 'forgets of what type a file is',
    bend: bodies(body => (body.type === 'file' ? { ...body, attachment: { ...body.attachment, mime: 'x/y' } } : body)),
    caught: ['a file comes out'],
  },
  {
    fault: 'tells nobody who else is meant',
    bend: bodies(body => (body.type === 'text' && body.mentions === 'everyone' ? { ...body, mentions: [] } : body)),
    caught: ['a text that mentions everyone'],
  },
]
