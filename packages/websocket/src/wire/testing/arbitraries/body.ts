import type { Attachment, Body } from '@parlance/core'
import fc from 'fast-check'
import { count, id, json, object, optional } from './value.ts'

const url = fc.constantFrom('https://files.example/1', 'http://localhost/1', 'blob:1', 'data:image/png;base64,AA==')
const thumbnail = fc.constant('data:image/png;base64,AA==')
export const attachment: fc.Arbitrary<Attachment> = optional(
  {
    name: fc.string(),
    mime: fc.constantFrom('image/png', 'text/plain'),
    size: count,
    url,
    digest: fc.constant('0123456789abcdef'.repeat(4)),
  },
  ['name', 'mime', 'size'],
)

/** Any body that a client sends. */
export const sentBody: fc.Arbitrary<Body> = fc.oneof(
  optional(
    {
      type: fc.constant('text' as const),
      text: fc.string({ unit: 'binary' }),
      mentions: fc.oneof(fc.array(id, { maxLength: 3 }), fc.constant('everyone' as const)),
    },
    ['type', 'text'],
  ),
  optional({ type: fc.constant('image' as const), attachment, width: count, height: count, thumbnail }, ['type', 'attachment']),
  optional({ type: fc.constant('urlImage' as const), url, name: fc.string(), width: count, height: count }, ['type', 'url']),
  fc.record({ type: fc.constant('file' as const), attachment }),
  optional({ type: fc.constant('audio' as const), attachment, durationMs: count }, ['type', 'attachment']),
  optional({ type: fc.constant('video' as const), attachment, durationMs: count, width: count, height: count, thumbnail }, [
    'type',
    'attachment',
  ]),
  optional(
    {
      type: fc.constant('location' as const),
      lat: fc.double({ min: -90, max: 90, noNaN: true }),
      lng: fc.double({ min: -180, max: 180, noNaN: true }),
      address: fc.string(),
      name: fc.string(),
    },
    ['type', 'lat', 'lng'],
  ),
  optional({ type: fc.constant('command' as const), action: fc.string(), params: object }, ['type', 'action']),
  fc.record({ type: fc.constant('custom' as const), event: fc.string(), data: object }),
  optional({ type: fc.constant('unknown' as const), original: json }, ['type']),
)

/** Any body that there is. */
export const body: fc.Arbitrary<Body> = fc.oneof(
  { weight: 10, arbitrary: sentBody },
  {
    weight: 1,
    arbitrary: optional(
      {
        type: fc.constant('notice' as const),
        event: fc.constantFrom(
          'joined' as const,
          'left' as const,
          'removed' as const,
          'dissolved' as const,
          'created' as const,
          'muted' as const,
          'unmuted' as const,
          'roleChanged' as const,
          'changed' as const,
        ),
        users: fc.array(id, { maxLength: 3 }),
        title: fc.string(),
      },
      ['type', 'event'],
    ),
  },
)
